import Testing

@testable import Model
@testable import TestSupport

/// What of a page is the article; the cases are in `CleaningCases`.
@Suite struct CleaningTests {
  @Test("Finds headline, standfirst and paragraphs", arguments: CleaningCases.heads)
  func head(of page: CleaningCase) { expect(page) }

  @Test("Leaves furniture out with its reason", arguments: CleaningCases.furniture)
  func furniture(of page: CleaningCase) { expect(page) }

  @Test("Leaves captions and credits out", arguments: CleaningCases.captions)
  func captions(of page: CleaningCase) { expect(page) }

  private func expect(_ page: CleaningCase, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let issue = page.issue else {
      #expect(page.found == page.source, sourceLocation: sourceLocation)
      return
    }
    withKnownIssue("\(issue)") {
      #expect(page.found == page.source, sourceLocation: sourceLocation)
    }
  }

  @Test func `nothing is rewritten: all words are kept or left out, each once`() {
    for page in CleaningCases.heads + CleaningCases.furniture + CleaningCases.captions {
      let article = page.article
      let spans =
        (article.title.basis == .stated ? [article.title.span].compactMap { $0 } : [])
        + article.standfirst + article.body + article.removed.map(\.span)
      var covered = [Bool](repeating: false, count: article.source.bytes.count)
      for span in spans {
        for offset in span.range {
          #expect(!covered[offset], "\(page.name)")
          covered[offset] = true
        }
      }
      for (offset, byte) in article.source.bytes.enumerated() where byte > 0x20 {
        #expect(covered[offset], "\(page.name) at \(offset)")
      }
    }
  }

  @Test(
    "Reads the byline",
    arguments: [
      ("By Anna Berg", ["Anna Berg"]),
      ("By Anna Berg and Peter Lang", ["Anna Berg", "Peter Lang"]),
      ("By Anna Berg, Peter Lang and Luis Ortega", ["Anna Berg", "Peter Lang", "Luis Ortega"]),
      ("By ANNA BERG", ["ANNA BERG"]),
    ])
  func byline(line: String, authors: [String]) {
    let page = "Lake closed after ice breaks\n\n\(line)\n\nThe lake was closed on Friday morning.\n"
    #expect(CleaningCase("byline", page).article.authors == authors)
  }

  @Test func `a section line names the section`() {
    let page = "World\nLake closed after ice breaks\n\nThe lake was closed on Friday morning.\n"
    #expect(CleaningCase("section", page).article.section == "World")
  }

  @Test func `a headline is made from the lede where none stands`() {
    let lede = "The lake was closed on Friday after the ice broke for the second time in a week"
    let article = CleaningCase("none", lede + ", the town said, and skaters went home.").article
    #expect(article.title.basis == .derived)
    #expect(article.title.text.hasPrefix("The lake was closed on Friday"))
    #expect(article.title.text.hasSuffix(" …"))
    #expect(article.title.text.utf8.count <= 115)
  }
}

/// Pages by what they show; all text is invented.
enum CleaningCases {}
