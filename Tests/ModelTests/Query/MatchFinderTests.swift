import Testing

@testable import Model
@testable import TestSupport

@Suite struct MatchFinderTests {
  @Test(
    "Marks what a filter asks for",
    arguments: [
      ("ice", "Thin ⟦ice⟧ on the lake"),
      ("ic", "Thin ⟦ice⟧ on the lake"),
      ("ce", "Thin ice on the lake"),
      ("ICE", "⟦Ice⟧ and ⟦ice⟧"),
      ("cafe", "The ⟦café⟧ and the ⟦cafe\u{301}s⟧"),
      ("strasse", "In der ⟦Straße⟧"),
      ("елка", "Моя ⟦ёлка⟧"),
      ("\"thin ice\"", "⟦Thin ice⟧, thin icing, ice"),
      ("\"thin ice", "⟦Thin ice⟧, ⟦thin icebergs⟧, ice"),
      ("\"thin ice\"", "⟦Thin — ice⟧ and ⟦thin\nice⟧"),
      ("thin ice", "⟦Thin⟧ ⟦ice⟧"),
      ("!ice thin", "⟦Thin⟧ ice"),
      ("!ice", "Thin ice"),
      ("o'neill", "Sean ⟦O’Neill⟧ and ⟦O'Neill⟧"),
      ("", "Thin ice"),
      ("\"ice ice\"", "⟦ice ice ice⟧"),
    ])
  func marks(filter: String, text: String) throws {
    let wanted = MarkedText(text)
    let finder = MatchFinder(try Query(parsing: filter))
    let marks = finder.matches(in: Array(wanted.text.utf8)).map {
      MarkedText.Mark(kind: .content, span: TextSpan($0.lowerBound, $0.upperBound))
    }
    #expect(MarkedText(wanted.text, marks: marks).marked == text)
  }

  @Test(
    "A capital letter asks for the same case",
    arguments: [
      ("bill", "⟦Bill⟧ and a ⟦bill⟧, ⟦BILL⟧"),
      ("Bill", "⟦Bill⟧ and a bill, BILL, ⟦Billing⟧"),
      ("BILL", "Bill and a bill, ⟦BILL⟧"),
      ("Cafe", "⟦Café⟧ and café and ⟦Cafe\u{301}⟧"),
      ("Ёлка", "⟦Ёлка⟧ и ёлка, ⟦Елка⟧"),
      ("\"Thin ice\"", "⟦Thin ice⟧, thin ice, ⟦Thin Ice⟧"),
      ("title:Ice person:Anna by:Berg", "Thin ice"),
      ("Bill bill", "⟦Bill⟧ and a ⟦bill⟧"),
    ])
  func heedsCapitals(filter: String, text: String) throws {
    let wanted = MarkedText(text)
    let finder = MatchFinder(try Query(parsing: filter), heedingCaseOf: filter)
    let marks = finder.matches(in: Array(wanted.text.utf8)).map {
      MarkedText.Mark(kind: .content, span: TextSpan($0.lowerBound, $0.upperBound))
    }
    #expect(MarkedText(wanted.text, marks: marks).marked == text)
  }

  @Test(
    "Marks a field's words only in that field",
    arguments: [
      ("person:berg", [], []),
      ("person:berg", [.person], [0..<4]),
      ("said:berg", [.person], []),
      ("said:berg", [.said], [0..<4]),
      ("berg", [], [0..<4]),
    ] as [(String, Set<QueryField>, [Range<Int>])])
  func fields(filter: String, fields: Set<QueryField>, ranges: [Range<Int>]) throws {
    let finder = MatchFinder(try Query(parsing: filter))
    #expect(finder.matches(in: Array("Berg".utf8), fields: fields) == ranges)
  }

  @Test func `nothing is marked where nothing is asked for`() throws {
    #expect(MatchFinder(.everything).isEmpty)
    #expect(try MatchFinder(Query(parsing: "!ice")).isEmpty)
    #expect(try !MatchFinder(Query(parsing: "ice")).isEmpty)
  }
}
