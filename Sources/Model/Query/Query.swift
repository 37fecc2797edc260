/// What the filter asks for, as a syntax tree.
public indirect enum Query: Hashable, Sendable {
  /// Everything; an empty filter.
  case everything
  /// Words that stand side by side, the last of which begins so: mostly one, apart by blanks.
  case word(String, in: QueryField)
  /// Words that stand side by side.
  case phrase([String], in: QueryField)
  /// Articles with a quote of a kind.
  case kind(Quote.Kind)
  /// Articles published on one of these days; never those without a date.
  case published(DayRange)
  /// Articles with a mark or property.
  case property(QueryProperty)
  /// Articles that the reader tagged with a tag that begins so, folded.
  case tag(String)
  /// What does not match.
  case not(Query)
  /// What matches all.
  ///
  /// `said:`, `by:`, `kind:` and, beside one of these, `role:` speak of one and the same quote.
  case all([Query])
  /// What matches at least one.
  case any([Query])
}

/// Where a word is looked for.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
  /// Headline, text, people and speakers.
  case anywhere = ""
  /// Names and roles of people.
  case person
  /// Quoted words.
  case said
  /// Names of speakers.
  case by
  /// Roles of people.
  case role
  /// Names of organisations.
  case org
  /// The place of the dateline.
  case place
  /// The agency or publisher.
  case agency
  /// The section.
  case section
  /// The headline.
  case title
  /// The path of the file.
  case file
  /// The language tag.
  case lang
}

/// A mark of the reader's or a property of an article.
public enum QueryProperty: String, Hashable, Sendable, CaseIterable {
  /// Holds at least one quote.
  case hasQuotes = "has:quotes"
  /// Has a note of the reader's.
  case hasNotes = "has:notes"
  /// Was not read yet.
  case unread = "is:unread"
  /// Was read.
  case read = "is:read"
  /// Has a star.
  case starred = "is:starred"
  /// Says mostly the same, in the same words, as an article that was read into the archive before it.
  case repeated = "is:repeat"

  /// Whether the reader decides about it, and not the text.
  public var isMark: Bool {
    switch self {
    case .hasQuotes, .repeated: false
    case .hasNotes, .unread, .read, .starred: true
    }
  }
}

/// Days from one to another, both included; open where there is none.
public struct DayRange: Hashable, Sendable {
  /// The first day, as `ArticleDate.dayNumber`.
  public var first: Int?
  /// The last day.
  public var last: Int?

  /// A range of days.
  public init(first: Int?, last: Int?) {
    self.first = first
    self.last = last
  }

  /// Whether a day lies inside.
  public func contains(_ day: Int) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }
}

/// What can be typed before a colon.
public enum QueryPrefix: String, Hashable, Sendable, CaseIterable {
  case person, said, by, role, org, place, agency, section, title, file, lang, kind, before, after
  case on, has, `is`, tag

  /// The field of words; nil where no words but a value follows.
  public var field: QueryField? { QueryField(rawValue: rawValue) }

  /// What may follow, where that is a closed set.
  public var values: [String] {
    switch self {
    case .kind: Quote.Kind.allCases.map(\.rawValue)
    case .has, .is:
      QueryProperty.allCases.map(\.rawValue).filter { $0.hasPrefix(rawValue + ":") }
        .map { String($0.dropFirst(rawValue.count + 1)) }
    default: []
    }
  }

  /// What follows, in a few words for help and completion.
  public var help: String {
    switch self {
    case .person: "a person's name or role"
    case .said: "words inside a quote"
    case .by: "who is quoted"
    case .role: "a role, such as minister"
    case .org: "an organisation"
    case .place: "the place of the dateline"
    case .agency: "the agency"
    case .section: "the section"
    case .title: "words of the headline"
    case .file: "words of the path"
    case .lang: "the language, such as en"
    case .kind: "direct, mixed or indirect"
    case .before, .after, .on: "2018, 2018-09, 2018-09-14, yesterday, 3w"
    case .has: "quotes or notes"
    case .is: "unread, read, starred or repeat"
    case .tag: "a tag of yours"
    }
  }
}
