import Testing

@testable import Model
@testable import TestSupport

/// Who is in an article; the cases are in `PeopleCases`.
@Suite struct PeopleTests {
  @Test("Reads names of every form", arguments: PeopleCases.forms)
  func forms(of people: PeopleCase) { expect(people) }

  @Test("Reads roles before and after a name", arguments: PeopleCases.roles)
  func roles(of people: PeopleCase) { expect(people) }

  @Test("Knows a person again by part of the name", arguments: PeopleCases.again)
  func again(_ people: PeopleCase) { expect(people) }

  @Test("Keeps two people apart", arguments: PeopleCases.apart)
  func apart(_ people: PeopleCase) { expect(people) }

  @Test("Takes nothing else for a person", arguments: PeopleCases.nobody)
  func nobody(_ people: PeopleCase) { expect(people) }

  @Test("Reads titles, ranks and offices", arguments: PeopleCases.titled)
  func titled(_ people: PeopleCase) { expect(people) }

  @Test("Links role phrases to a person", arguments: PeopleCases.phrases)
  func phrases(_ text: String) {
    let wanted = MarkedText(text)
    let article = PlainArticle(body: wanted.text)
    let marks = article.people.flatMap(\.mentions).filter { $0.form == .role }.map {
      MarkedText.Mark(kind: .speaker, span: article.inBody($0.span))
    }
    #expect(MarkedText(wanted.text, marks: marks).marked == text)
  }

  private func expect(_ people: PeopleCase, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let issue = people.issue else {
      #expect(people.found == people.expected, sourceLocation: sourceLocation)
      return
    }
    withKnownIssue("\(issue)") {
      #expect(people.found == people.expected, sourceLocation: sourceLocation)
    }
  }
}

/// Cases by what they show; all text is invented.
enum PeopleCases {}
