import Testing

@testable import Model

@Suite struct TokenizerTests {
  private func reading(_ text: String) -> ReadingText {
    ReadingText(CleanText(cleaning: SourcePage(file: "case.txt", text: SourceText(text))))
  }

  @Test(
    "Cuts text into words and marks",
    arguments: [
      ("The lake was closed.", "The|lake|was|closed|."),
      ("Berg's lake, O'Neill’s boat.", "Berg|'s|lake|,|O'Neill|’s|boat|."),
      ("The skaters' hut closed.", "The|skaters|'|hut|closed|."),
      ("It isn't thick.", "It|isn't|thick|."),
      ("Mr. Hill met J. K. Moore.", "Mr.|Hill|met|J.|K.|Moore|."),
      ("The U.S. and D.C. met.", "The|U.S.|and|D.C.|met|."),
      ("He came at 7 p.m. on Jan. 3.", "He|came|at|7|p.m.|on|Jan.|3|."),
      ("It cost 3,200.50 crowns.", "It|cost|3,200.50|crowns|."),
      ("A well-known skater -- Berg -- fell.", "A|well-known|skater|--|Berg|--|fell|."),
      ("It broke... twice…", "It|broke|...|twice|…"),
      ("``Thin,'' said Berg.", "``|Thin|,|''|said|Berg|."),
      ("„Thin“ «thin»", "„|Thin|“|«|thin|»"),
      ("a\u{A0}b\u{2009}c", "a|b|c"),
      ("Øyvind Łukasz Ёлка 湖", "Øyvind|Łukasz|Ёлка|湖"),
      ("😀 ice", "😀|ice"),
      ("10:30 and 2018-2019", "10:30|and|2018-2019"),
      ("(all of it)", "(|all|of|it|)"),
    ])
  func cuts(text: String, tokens: String) {
    let reading = reading(text)
    let paragraph = reading.blocks[0].tokens
    #expect(paragraph.map { reading.word($0) }.joined(separator: "|") == tokens)
  }

  @Test(
    "Finds where sentences start",
    arguments: [
      "^The lake froze. ^It was closed.",
      "^The U.S. froze it. ^It was closed.",
      "^Mr. Hill came. ^Dr. Berg left.",
      "^Was it closed? ^Yes! ^It was.",
      "^It broke... and nobody came.",
      "^He came at 7 p.m. and left.",
      "^It was closed (all of it.) ^It froze.",
    ])
  func sentences(marked: String) {
    let reading = reading(marked.replacing("^", with: ""))
    let words = reading.tokens.indices.filter { reading.tokens[$0].isA(.word) }
    let found = words.filter { reading.tokens[$0].isA(.startsSentence) }.map { reading.word($0) }
    let wanted = marked.split(separator: "^").map { part in
      String(part.prefix { $0 != " " })
    }.map { word in
      // `Mr.` is one word; the stop of `Yes!` is none.
      word.hasSuffix("!") ? String(word.dropLast()) : word
    }
    #expect(found == wanted)
  }
}
