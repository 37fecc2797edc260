import Testing

@testable import Model
@testable import TestSupport

@Suite struct QuotationTests {
  @Test(
    "Pairs the outermost quotation marks of a paragraph",
    arguments: [
      #"Berg said, "⟦It is over,⟧" and left."#,
      "No marks here.",
      "“⟦One⟧” and “⟦two⟧”.",
      "«⟦One⟧» and »⟦two⟧«.",
      "„⟦One⟧“ and „⟦two⟧”.",
      "”⟦One⟧” and ”⟦two⟧”.",
      "''⟦One⟧'' and ``⟦two⟧''.",
      "‘⟦One⟧’ and '⟦two⟧'.",
      #"“⟦One⟧" and "⟦two⟧”."#,
      #""⟦One 'inside' of it⟧" here."#,
      "“⟦One ‘inside’ of it⟧” here.",
      "«⟦One „inside“ of it⟧» here.",
      "“⟦One “inside” of it⟧” here.",
      #""⟦One "inside" of it⟧" here."#,
      #""⟦Nothing closes this one."#.replacing("one.", with: "one.⟧"),
      "It isn't Berg's, nor the skaters' hut.",
      "In the '90s and '80s it froze.",
      #"A 6" pipe froze."#,
      #"The ("⟦thin⟧") ice."#,
      #""⟦One⟧"—"⟦two⟧"."#,
      #"" ⟦One⟧ ", she said."#,
      "「⟦One⟧」 and 『⟦two⟧』.",
    ])
  func pairs(marked: String) {
    let wanted = MarkedText(marked)
    let page = SourcePage(file: "case.txt", text: SourceText(wanted.text))
    let reading = ReadingText(CleanText(cleaning: page))
    let marks = reading.quotations.map { quotation in
      MarkedText.Mark(kind: .content, span: reading.span(of: quotation.inner))
    }
    #expect(MarkedText(wanted.text, marks: marks).marked == marked)
  }
}
