/// Tells names of one person across articles: the key of a name, else the name itself.
enum NameIdentity: Hashable, Sendable {
  case person(PersonKey)
  case words([UInt8])

  /// The identity of a person's name.
  init(person name: String) {
    self = PersonKey(name).map(NameIdentity.person) ?? .words(Self.folded(name))
  }

  /// The identity of any other name.
  init(words name: String) { self = .words(Self.folded(name)) }

  private static func folded(_ name: String) -> [UInt8] {
    Array(Folding.words(of: name).joined(separator: [0x20]))
  }
}

/// Counts articles and quotes by month.
struct TimelineCounter {
  private var months: [Int: (articles: Int, quotes: Int)] = [:]
  private var undated = (articles: 0, quotes: 0)

  mutating func add(_ date: ArticleDate?, articles: Int = 1, quotes: Int) {
    guard let date else {
      undated.articles += articles
      undated.quotes += quotes
      return
    }
    let month = months[date.year * 12 + date.month - 1] ?? (0, 0)
    months[date.year * 12 + date.month - 1] = (month.articles + articles, month.quotes + quotes)
  }

  var timeline: Timeline {
    Timeline(
      months: months.sorted { $0.key < $1.key }.map { key, value in
        Timeline.Month(
          year: key / 12, month: key % 12 + 1, articles: value.articles, quotes: value.quotes)
      }, undatedArticles: undated.articles, undatedQuotes: undated.quotes)
  }
}

/// Counts names over articles, whatever their spelling.
struct NameCounter {
  private struct Tally {
    var spellings: [String: Int] = [:]
    var quotes = 0
    var articles = 0
  }
  private let kind: NameGroup
  private var tallies: [NameIdentity: Tally] = [:]

  init(_ kind: NameGroup) { self.kind = kind }

  /// Counts the names of one article, and whose of some of its quotes are.
  mutating func add(_ article: Article, quotes: [Int]) {
    var names: [NameIdentity: String] = [:]
    switch kind {
    case .people:
      for person in article.people { names[NameIdentity(person: person.name)] = person.name }
    case .organisations:
      for group in article.organisations { names[NameIdentity(words: group.name)] = group.name }
    case .places:
      if let dateline = article.dateline {
        let place = Self.shown(place: article.foldedWords(dateline.place))
        names[NameIdentity(words: place)] = place
      }
    }
    for (identity, name) in names {
      tallies[identity, default: Tally()].articles += 1
      tallies[identity]?.spellings[name, default: 0] += 1
    }
    for index in quotes where article.quotes.indices.contains(index) {
      guard let speaker = article.quotes[index].speaker, let identity = identity(of: speaker) else {
        continue
      }
      // Who is not among the article's names is no row that a filter could be made of.
      guard names[identity] != nil else { continue }
      tallies[identity]?.quotes += 1
    }
  }

  private func identity(of speaker: Speaker) -> NameIdentity? {
    switch (kind, speaker.kind) {
    case (.people, .person): NameIdentity(person: speaker.name)
    case (.organisations, .organisation): NameIdentity(words: speaker.name)
    default: nil
    }
  }

  /// `Washington` for `WASHINGTON`; short forms such as `UN` stay.
  private static func shown(place: String) -> String {
    guard place == place.uppercased() else { return place }
    return place.split(separator: " ").map { word in
      word.count <= 2 || word.contains(".")
        ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }

  /// The names that were counted.
  var rows: [NameCount] {
    tallies.values.map { tally in
      NameCount(
        name: Self.best(tally.spellings), quotes: tally.quotes, articles: tally.articles)
    }
  }

  /// Names in order, at most so many, and how many there are.
  static func page(_ all: [NameCount], _ request: NamesRequest) -> NamesPage {
    var rows = all
    let begins = Folding.words(of: request.beginning)
    if !begins.isEmpty {
      rows.removeAll { row in
        let words = Folding.words(of: row.name)
        return !begins.allSatisfy { begin in words.contains { $0.starts(with: begin) } }
      }
    }
    let isPerson = request.kind == .people
    let order = request.order
    let keyed = rows.map { (row: $0, key: NameSorting.key(of: $0.name, isPerson: isPerson)) }
    let sorted = keyed.sorted { a, b in
      switch order {
      case .quotes:
        if a.row.quotes != b.row.quotes { return a.row.quotes > b.row.quotes }
        if a.row.articles != b.row.articles { return a.row.articles > b.row.articles }
      case .articles:
        if a.row.articles != b.row.articles { return a.row.articles > b.row.articles }
        if a.row.quotes != b.row.quotes { return a.row.quotes > b.row.quotes }
      case .name: break
      }
      return (a.key, a.row.name) < (b.key, b.row.name)
    }
    return NamesPage(matching: rows.count, rows: sorted.prefix(max(0, request.count)).map(\.row))
  }

  /// The spelling that is used most, the longest of those.
  static func best(_ spellings: [String: Int]) -> String {
    spellings.max { a, b in
      (a.value, a.key.utf8.count, b.key) < (b.value, b.key.utf8.count, a.key)
    }?.key ?? ""
  }
}

/// What names are sorted by.
enum NameSorting {
  /// Folded words, a person's surname first.
  static func key(of name: String, isPerson: Bool) -> String {
    var words = Folding.words(of: name).map { String(decoding: $0, as: UTF8.self) }
    if isPerson, words.count > 1 { words.insert(words.removeLast(), at: 0) }
    return words.joined(separator: " ")
  }
}

/// Gathers what articles tell about one person.
struct ProfileBuilder {
  private let identity: NameIdentity
  private var names: [String: Int] = [:]
  private var forms: [String: Int] = [:]
  private var roles: [String: PersonProfile.Role] = [:]
  private var articles = 0
  private var quotes = 0
  private var timeline = TimelineCounter()
  private var beside: [NameIdentity: (names: [String: Int], quotes: Int, articles: Int)] = [:]

  init(of name: String) { identity = NameIdentity(person: name) }

  /// Takes an article, if it names the person.
  mutating func add(_ article: Article) {
    let theirs = article.people.indices.filter {
      NameIdentity(person: article.people[$0].name) == identity
    }
    let said = article.quotes.count { isTheirs($0) }
    guard !theirs.isEmpty || said > 0 else { return }
    articles += 1
    quotes += said
    let date = article.published?.date
    timeline.add(date, quotes: said)
    for index in theirs {
      let person = article.people[index]
      names[person.name, default: 0] += 1
      for alias in person.aliases { forms[alias, default: 0] += 1 }
      for words in person.roles { add(role: words, on: date) }
    }
    if theirs.isEmpty {
      for quote in article.quotes where isTheirs(quote) {
        if let name = quote.speaker?.name { names[name, default: 0] += 1 }
      }
    }
    addOthers(of: article)
  }

  private func isTheirs(_ quote: Quote) -> Bool {
    guard let speaker = quote.speaker, speaker.kind == .person else { return false }
    return NameIdentity(person: speaker.name) == identity
  }

  /// `the Russian President` and `Russian President` are one role.
  private mutating func add(role words: String, on date: ArticleDate?) {
    var folded = Folding.words(of: words).map { String(decoding: $0, as: UTF8.self) }
    if folded.count > 1, folded.first == "the" { folded.removeFirst() }
    guard !folded.isEmpty else { return }
    let key = folded.joined(separator: " ")
    var role =
      roles[key] ?? PersonProfile.Role(words: words, first: date, last: date, articles: 0)
    role.articles += 1
    if let date {
      role.first = role.first.map { min($0, date) } ?? date
      role.last = role.last.map { max($0, date) } ?? date
    }
    if role.words.lowercased().hasPrefix("the "), !words.lowercased().hasPrefix("the ") {
      role.words = words
    }
    roles[key] = role
  }

  private mutating func addOthers(of article: Article) {
    var here: [NameIdentity: (name: String, quotes: Int)] = [:]
    for quote in article.quotes {
      guard let speaker = quote.speaker, speaker.kind == .person else { continue }
      let other = NameIdentity(person: speaker.name)
      guard other != identity else { continue }
      here[other, default: (speaker.name, 0)].quotes += 1
    }
    for (other, found) in here {
      var tally = beside[other] ?? ([:], 0, 0)
      tally.names[found.name, default: 0] += 1
      tally.quotes += found.quotes
      tally.articles += 1
      beside[other] = tally
    }
  }

  /// What was gathered; nil where nothing was.
  var profile: PersonProfile? {
    guard articles > 0 else { return nil }
    let name = NameCounter.best(names)
    var spellings = forms.merging(names) { $0 + $1 }
    spellings[name] = nil
    return PersonProfile(
      name: name,
      spellings: spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key),
      roles: roles.values.sorted {
        ($0.rank, $1.articles, $0.words) < ($1.rank, $0.articles, $1.words)
      },
      articles: articles, quotes: quotes, timeline: timeline.timeline,
      beside: beside.values.map { tally in
        NameCount(
          name: NameCounter.best(tally.names), quotes: tally.quotes, articles: tally.articles)
      }.sorted { ($1.articles, $1.quotes, $0.name) < ($0.articles, $0.quotes, $1.name) })
  }
}

extension PersonProfile.Role {
  /// What stands at the name (`Russia’s US ambassador`) tells more than what refers back to it (`the
  /// diplomat`), and several words more than one.
  fileprivate var rank: Int {
    if words.lowercased().hasPrefix("the ") { return 2 }
    return words.contains(" ") ? 0 : 1
  }
}
