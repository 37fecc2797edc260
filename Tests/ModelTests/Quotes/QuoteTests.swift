import Testing

@testable import Model
@testable import TestSupport

/// Who said what, by patterns of news writing; the cases are in `QuoteCases`.
@Suite struct QuoteTests {
  @Test("Finds the cue wherever it stands", arguments: QuoteCases.positions)
  func position(of quote: QuoteCase) { expect(quote) }

  @Test("Joins the parts of one quote", arguments: QuoteCases.parts)
  func parts(of quote: QuoteCase) { expect(quote) }

  @Test("Follows a quote over paragraphs", arguments: QuoteCases.runs)
  func run(of quote: QuoteCase) { expect(quote) }

  @Test("Reads names and roles around the cue", arguments: QuoteCases.names)
  func names(of quote: QuoteCase) { expect(quote) }

  @Test("Finds speech without quotation marks", arguments: QuoteCases.indirect)
  func indirect(_ quote: QuoteCase) { expect(quote) }

  @Test("Finds speech of which some words are quoted", arguments: QuoteCases.mixed)
  func mixed(_ quote: QuoteCase) { expect(quote) }

  @Test("Reads quotation marks of every style", arguments: QuoteCases.marks)
  func marks(of quote: QuoteCase) { expect(quote) }

  @Test("Keeps what stands inside a quote", arguments: QuoteCases.insides)
  func inside(of quote: QuoteCase) { expect(quote) }

  @Test("Leaves marks alone that quote nobody", arguments: QuoteCases.nothingSaid)
  func notQuoted(_ quote: QuoteCase) { expect(quote) }

  @Test("Leaves words alone that nobody voiced", arguments: QuoteCases.notVoiced)
  func notVoiced(_ quote: QuoteCase) { expect(quote) }

  @Test("Tells several speakers apart", arguments: QuoteCases.speakers)
  func speakers(of quote: QuoteCase) { expect(quote) }

  @Test("Knows organisations and messages as speakers", arguments: QuoteCases.sources)
  func sources(of quote: QuoteCase) { expect(quote) }

  @Test("Finds the speaker behind misleading words", arguments: QuoteCases.antecedents)
  func antecedents(_ quote: QuoteCase) { expect(quote) }

  @Test("Ends a quote where it ends", arguments: QuoteCases.bounds)
  func bounds(of quote: QuoteCase) { expect(quote) }

  @Test("Finds nothing where nothing is said, with the model too", arguments: QuoteCases.silent)
  func silent(_ quote: QuoteCase) { #expect(quote.found(usesModel: true) == quote.expected) }

  @Test("Tells words once, with the model too", arguments: QuoteCases.once)
  func once(_ quote: QuoteCase) { #expect(quote.found(usesModel: true) == quote.expected) }

  private func expect(_ quote: QuoteCase, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let issue = quote.issue else {
      #expect(quote.found == quote.expected, sourceLocation: sourceLocation)
      return
    }
    withKnownIssue("\(issue)") {
      #expect(quote.found == quote.expected, sourceLocation: sourceLocation)
    }
  }
}

/// Cases by pattern; all text is invented.
enum QuoteCases {}
