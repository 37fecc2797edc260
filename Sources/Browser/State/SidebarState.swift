import Model

/// One selectable thing of the sidebar.
enum SidebarItem: Hashable, Sendable {
  /// The row above the people that lists all quotes.
  case everyone
  /// An index into `Article.people`.
  case person(Int)
  /// An index into `Article.quotes`.
  case quote(Int)
}

/// People and quotes of the article that is read.
struct SidebarState: Hashable, Sendable {
  /// How many people there are.
  var people = 0
  /// The quotes that are listed, as indices into `Article.quotes`.
  var quotes: [Int] = []
  /// All quotes, and those of each person, as indices into `Article.quotes`.
  private(set) var allQuotes: [Int] = []
  private(set) var quotesOfPeople: [[Int]] = []
  /// Whether a person has a role, which takes a line.
  var hasRole: [Bool] = []
  var selected: SidebarItem?
  /// The person whose quotes alone are listed; nil for everyone's.
  private(set) var narrowedTo: PersonID?
  /// The first row of the people and the first quote on the screen, as positions in their lists.
  var peopleTop = 0
  var quotesTop = 0
  /// Whether the wheel scrolled the selected item out of view; the next key brings it back.
  var isScrolled = false
  /// Where Esc leads back to.
  var origin: Origin?

  /// The pane from which the sidebar was entered, and where the reader stood.
  struct Origin: Hashable, Sendable {
    var pane: Pane
    var readerTop: Int
    var quote: Int?
  }

  /// How many rows the people have: everyone, then each; none where nobody is named.
  var peopleRows: Int { people == 0 ? 0 : people + 1 }

  /// People, then quotes.
  var count: Int { peopleRows + quotes.count }

  /// The row that tells whose quotes are listed; nil where nobody is named.
  var owner: SidebarItem? {
    people == 0 ? nil : narrowedTo.map { .person($0.rawValue) } ?? .everyone
  }

  /// How many quotes a row of the people stands for.
  func quoteCount(of item: SidebarItem) -> Int {
    switch item {
    case .everyone: allQuotes.count
    case .person(let index):
      quotesOfPeople.indices.contains(index) ? quotesOfPeople[index].count : 0
    case .quote: 1
    }
  }

  /// The item at a position of the combined list.
  func item(at position: Int) -> SidebarItem? {
    if (0..<peopleRows).contains(position) {
      return position == 0 ? .everyone : .person(position - 1)
    }
    let index = position - peopleRows
    return quotes.indices.contains(index) ? .quote(quotes[index]) : nil
  }

  /// The position of an item in the combined list.
  func position(of item: SidebarItem?) -> Int? {
    switch item {
    case nil: nil
    case .everyone: people > 0 ? 0 : nil
    case .person(let index): index < people ? index + 1 : nil
    case .quote(let index): quotes.firstIndex(of: index).map { peopleRows + $0 }
    }
  }

  /// Takes the people and quotes of another article.
  mutating func show(_ article: Article) {
    self = SidebarState()
    people = article.people.count
    hasRole = article.people.map { !$0.roles.isEmpty }
    quotesOfPeople = Array(repeating: [], count: people)
    for (index, quote) in article.quotes.enumerated() {
      if let person = quote.speaker?.person, quotesOfPeople.indices.contains(person.rawValue) {
        quotesOfPeople[person.rawValue].append(index)
      }
    }
    allQuotes = Array(article.quotes.indices)
    quotes = allQuotes
    selected = item(at: 0)
  }

  /// Moves the selection: on a person the quotes are narrowed to theirs, on everyone to all; a quote
  /// that is not listed lists all again.
  mutating func select(_ item: SidebarItem?) {
    selected = item
    switch item {
    case nil: break
    case .everyone: narrow(to: nil)
    case .person(let index): narrow(to: PersonID(rawValue: index))
    case .quote(let index): if !quotes.contains(index) { narrow(to: nil) }
    }
  }

  /// Lists all quotes again; a selected person gives way to everyone, a quote stays selected.
  mutating func widen() {
    if case .person = selected { selected = .everyone }
    narrow(to: nil)
  }

  private mutating func narrow(to person: PersonID?) {
    guard person != narrowedTo else { return }
    narrowedTo = person
    quotes =
      person.map { quotesOfPeople.indices.contains($0.rawValue) ? quotesOfPeople[$0.rawValue] : [] }
      ?? allQuotes
    quotesTop = 0
  }
}

/// How the sidebar shares its rows between people and quotes.
struct SidebarLayout: Hashable, Sendable {
  /// The lines of the people, from the top of the body.
  let peopleRows: Int
  /// The row of the heading `QUOTES`; nil where there is no room.
  let headingRow: Int?
  /// The first row of the quotes, and how many there are.
  let quotesRow: Int
  let quotesRows: Int
  /// The lines of a quote, and of a person with a role.
  let linesPerItem: Int

  init(_ sidebar: SidebarState, rows: Int) {
    linesPerItem = rows >= 9 ? 2 : 1
    let lines = linesPerItem
    let need = sidebar.hasRole.reduce(1) { $0 + ($1 ? lines : 1) }
    let gap = rows >= 9 ? 1 : 0
    let heading = rows >= 3 ? 1 : 0
    let people = min(need, max(1, (rows - heading - gap) * 2 / 5))
    peopleRows = max(0, min(people, rows))
    headingRow = heading == 1 ? peopleRows + gap : nil
    quotesRow = peopleRows + gap + heading
    quotesRows = max(0, rows - quotesRow)
  }

  /// The lines of a row of the people.
  func lines(ofPeopleRow row: Int, in sidebar: SidebarState) -> Int {
    let index = row - 1
    return sidebar.hasRole.indices.contains(index) && sidebar.hasRole[index] ? linesPerItem : 1
  }

  /// How many quotes can be seen.
  var visibleQuotes: Int { max(1, quotesRows / linesPerItem) }

  /// The item under a row of the body.
  func item(at row: Int, in sidebar: SidebarState) -> SidebarItem? {
    if row >= quotesRow {
      let quote = sidebar.quotesTop + (row - quotesRow) / linesPerItem
      return sidebar.item(at: sidebar.peopleRows + quote)
    }
    var at = 0
    for index in sidebar.peopleTop..<max(sidebar.peopleTop, sidebar.peopleRows) {
      at += lines(ofPeopleRow: index, in: sidebar)
      if row < min(at, peopleRows) { return sidebar.item(at: index) }
    }
    return nil
  }

  /// Scrolls both parts so that an item can be seen.
  func reveal(_ item: SidebarItem?, in sidebar: inout SidebarState) {
    switch item {
    case nil: break
    case .everyone, .person: revealPeopleRow(sidebar.position(of: item) ?? 0, in: &sidebar)
    case .quote(let index):
      // Whose quotes these are stays in view too.
      if let row = sidebar.position(of: sidebar.owner) { revealPeopleRow(row, in: &sidebar) }
      guard let position = sidebar.quotes.firstIndex(of: index) else { break }
      sidebar.quotesTop = min(sidebar.quotesTop, position)
      sidebar.quotesTop = max(sidebar.quotesTop, position - visibleQuotes + 1)
    }
    sidebar.peopleTop = max(0, min(sidebar.peopleTop, sidebar.peopleRows - 1))
    sidebar.quotesTop = max(0, min(sidebar.quotesTop, sidebar.quotes.count - visibleQuotes))
  }

  private func revealPeopleRow(_ row: Int, in sidebar: inout SidebarState) {
    sidebar.peopleTop = min(sidebar.peopleTop, row)
    var used = 0
    var first = row
    while first >= 0 {
      used += lines(ofPeopleRow: first, in: sidebar)
      if used > peopleRows { break }
      first -= 1
    }
    sidebar.peopleTop = max(sidebar.peopleTop, min(row, first + 1))
  }
}
