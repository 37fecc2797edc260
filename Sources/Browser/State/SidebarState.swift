import Model

/// One selectable thing of the sidebar.
enum SidebarItem: Hashable, Sendable {
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
  /// The quotes of each person.
  var quoteCounts: [Int] = []
  /// Whether a person has a role, which takes a line.
  var hasRole: [Bool] = []
  var selected: SidebarItem?
  /// The person whose quotes alone are listed.
  var narrowedTo: PersonID?
  /// The first person and the first quote on the screen, as positions in their lists.
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

  /// People, then quotes.
  var count: Int { people + quotes.count }

  /// The item at a position of the combined list.
  func item(at position: Int) -> SidebarItem? {
    if (0..<people).contains(position) { return .person(position) }
    let index = position - people
    return quotes.indices.contains(index) ? .quote(quotes[index]) : nil
  }

  /// The position of an item in the combined list.
  func position(of item: SidebarItem?) -> Int? {
    switch item {
    case nil: nil
    case .person(let index): index < people ? index : nil
    case .quote(let index): quotes.firstIndex(of: index).map { people + $0 }
    }
  }

  /// Takes the people and quotes of another article.
  mutating func show(_ article: Article) {
    self = SidebarState()
    people = article.people.count
    hasRole = article.people.map { !$0.roles.isEmpty }
    quoteCounts = Array(repeating: 0, count: people)
    for quote in article.quotes {
      if let person = quote.speaker?.person, quoteCounts.indices.contains(person.rawValue) {
        quoteCounts[person.rawValue] += 1
      }
    }
    quotes = Array(article.quotes.indices)
    selected = item(at: 0)
  }

  /// Lists the quotes of one person, or of all.
  mutating func narrow(to person: PersonID?, in article: Article) {
    narrowedTo = person
    quotes = article.quotes.indices.filter {
      person == nil || article.quotes[$0].speaker?.person == person
    }
    quotesTop = 0
    if position(of: selected) == nil {
      selected = person.map { .person($0.rawValue) } ?? item(at: 0)
    }
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
    let need = max(1, sidebar.hasRole.reduce(0) { $0 + ($1 ? lines : 1) })
    let gap = rows >= 9 ? 1 : 0
    let heading = rows >= 3 ? 1 : 0
    let people = min(need, max(1, (rows - heading - gap) * 2 / 5))
    peopleRows = max(0, min(people, rows))
    headingRow = heading == 1 ? peopleRows + gap : nil
    quotesRow = peopleRows + gap + heading
    quotesRows = max(0, rows - quotesRow)
  }

  /// The lines of a person.
  func lines(ofPerson index: Int, in sidebar: SidebarState) -> Int {
    sidebar.hasRole.indices.contains(index) && sidebar.hasRole[index] ? linesPerItem : 1
  }

  /// How many quotes can be seen.
  var visibleQuotes: Int { max(1, quotesRows / linesPerItem) }

  /// The item under a row of the body.
  func item(at row: Int, in sidebar: SidebarState) -> SidebarItem? {
    if row >= quotesRow {
      return sidebar.item(at: sidebar.people + sidebar.quotesTop + (row - quotesRow) / linesPerItem)
    }
    var at = 0
    for index in sidebar.peopleTop..<max(sidebar.peopleTop, sidebar.people) {
      at += lines(ofPerson: index, in: sidebar)
      if row < min(at, peopleRows) { return .person(index) }
    }
    return nil
  }

  /// Scrolls both parts so that an item can be seen.
  func reveal(_ item: SidebarItem?, in sidebar: inout SidebarState) {
    switch item {
    case nil: break
    case .person(let index):
      sidebar.peopleTop = min(sidebar.peopleTop, index)
      var used = 0
      var first = index
      while first >= 0 {
        used += lines(ofPerson: first, in: sidebar)
        if used > peopleRows { break }
        first -= 1
      }
      sidebar.peopleTop = max(sidebar.peopleTop, min(index, first + 1))
    case .quote(let index):
      guard let position = sidebar.quotes.firstIndex(of: index) else { break }
      sidebar.quotesTop = min(sidebar.quotesTop, position)
      sidebar.quotesTop = max(sidebar.quotesTop, position - visibleQuotes + 1)
    }
    sidebar.peopleTop = max(0, min(sidebar.peopleTop, sidebar.people - 1))
    sidebar.quotesTop = max(0, min(sidebar.quotesTop, sidebar.quotes.count - visibleQuotes))
  }
}
