import Model

/// Paragraphs of news with the names of people marked: `⟦Ines Varga⟧`.
struct PeopleCase: Sendable, CustomStringConvertible {
  /// The paragraphs with all mentions by name marked.
  var source: String
  /// The people by their fullest names, in order of first mention.
  var people: [String]
  /// The roles of the first person; nil where they are not compared.
  var roles: [String]?
  /// Why the program does not find it yet.
  var issue: String?

  /// A case that holds.
  init(_ source: String, _ people: String..., roles: [String]? = nil) {
    self.source = source
    self.people = people
    self.roles = roles
  }

  /// A case that does not hold yet, with the reason.
  init(issue: String, _ source: String, _ people: String..., roles: [String]? = nil) {
    self.source = source
    self.people = people
    self.roles = roles
    self.issue = issue
  }

  var description: String { source }

  /// What should be found.
  var expected: String {
    Self.shown(MarkedText(source), people, roles)
  }

  /// What is found.
  var found: String {
    let wanted = MarkedText(source)
    let article = PlainArticle(body: wanted.text)
    let people = article.people.sorted {
      ($0.mentions.first?.span.start ?? 0) < ($1.mentions.first?.span.start ?? 0)
    }
    let marks = people.flatMap(\.mentions).filter { $0.form == .name }.map {
      MarkedText.Mark(kind: .content, span: article.inBody($0.span))
    }
    return Self.shown(
      MarkedText(wanted.text, marks: marks), people.map(\.name),
      roles == nil ? nil : people.first?.roles ?? [])
  }

  private static func shown(_ text: MarkedText, _ names: [String], _ roles: [String]?) -> String {
    text.marked + names.map { "\n  \($0)" }.joined()
      + (roles ?? []).map { "\n  role: \($0)" }.joined()
  }
}
