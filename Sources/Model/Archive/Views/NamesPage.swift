/// What kind of name is counted.
public enum NameGroup: String, Hashable, Sendable, CaseIterable {
  case people, organisations, places
}

/// How names are put in order; what is equal stands in the order of the alphabet.
public enum NameOrder: String, Hashable, Sendable, CaseIterable {
  /// Most quoted first.
  case quotes
  /// Named in most articles first.
  case articles
  /// By the alphabet, people by their surname.
  case name
}

/// Which names are asked for.
public struct NamesRequest: Hashable, Sendable {
  /// The filter.
  public var query: Query
  /// What kind of name.
  public var kind: NameGroup
  /// The order.
  public var order: NameOrder
  /// Only names with words that begin so; all for none.
  public var beginning: String
  /// How many rows at most.
  public var count: Int

  /// A request.
  public init(
    query: Query, kind: NameGroup = .people, order: NameOrder = .quotes, beginning: String = "",
    count: Int = 2_000
  ) {
    self.query = query
    self.kind = kind
    self.order = order
    self.beginning = beginning
    self.count = count
  }
}

/// Names with how often they are quoted and named.
public struct NamesPage: Hashable, Sendable {
  /// How many names there are.
  public var matching: Int
  /// The first of them.
  public var rows: [NameCount]

  /// A page.
  public init(matching: Int = 0, rows: [NameCount] = []) {
    self.matching = matching
    self.rows = rows
  }
}

/// A name with how often it is quoted and named.
public struct NameCount: Hashable, Sendable {
  /// The spelling that most articles use, the longest of those.
  public var name: String
  /// How many quotes are theirs.
  public var quotes: Int
  /// In how many articles they are named.
  public var articles: Int

  /// A count.
  public init(name: String, quotes: Int, articles: Int) {
    self.name = name
    self.quotes = quotes
    self.articles = articles
  }
}

/// Articles and quotes by month.
public struct Timeline: Hashable, Sendable {
  /// One month that holds something.
  public struct Month: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// How many articles.
    public var articles: Int
    /// How many quotes.
    public var quotes: Int

    /// A month.
    public init(year: Int, month: Int, articles: Int, quotes: Int) {
      self.year = year
      self.month = month
      self.articles = articles
      self.quotes = quotes
    }
  }
  /// Months that hold something, oldest first.
  public var months: [Month]
  /// Articles without a date.
  public var undatedArticles: Int
  /// Quotes of articles without a date.
  public var undatedQuotes: Int

  /// A timeline.
  public init(months: [Month] = [], undatedArticles: Int = 0, undatedQuotes: Int = 0) {
    self.months = months
    self.undatedArticles = undatedArticles
    self.undatedQuotes = undatedQuotes
  }
}

/// What all articles together tell about a person.
public struct PersonProfile: Hashable, Sendable {
  /// A role with the days of the first and the last article that gives it.
  public struct Role: Hashable, Sendable {
    /// As it stands in the text.
    public var words: String
    /// The first day; nil where no article with the role is dated.
    public var first: ArticleDate?
    /// The last day.
    public var last: ArticleDate?
    /// In how many articles.
    public var articles: Int

    /// A role.
    public init(words: String, first: ArticleDate?, last: ArticleDate?, articles: Int) {
      self.words = words
      self.first = first
      self.last = last
      self.articles = articles
    }
  }
  /// The spelling that most articles use, the longest of those.
  public var name: String
  /// Other spellings, most used first.
  public var spellings: [String]
  /// Roles, that of most articles first.
  public var roles: [Role]
  /// In how many articles the person is named.
  public var articles: Int
  /// How many quotes are theirs.
  public var quotes: Int
  /// Articles that name them and quotes of theirs by month.
  public var timeline: Timeline
  /// Who is quoted in the same articles, with the quotes and articles that are shared, most first.
  public var beside: [NameCount]

  /// A profile.
  public init(
    name: String, spellings: [String] = [], roles: [Role] = [], articles: Int = 0, quotes: Int = 0,
    timeline: Timeline = Timeline(), beside: [NameCount] = []
  ) {
    self.name = name
    self.spellings = spellings
    self.roles = roles
    self.articles = articles
    self.quotes = quotes
    self.timeline = timeline
    self.beside = beside
  }
}
