import Testing

@testable import Model
@testable import TestSupport

@Suite struct BratExportTests {
  @Test func `quotes are written with source, cue and content in code points`() {
    let lines = String(decoding: BratExport.annotations(of: SampleArticles.ferry), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let events = lines.filter { $0.hasPrefix("E") }
    #expect(events.count == 4)
    #expect(events[0] == "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3")
    let text = Array(
      String(decoding: BratExport.text(of: SampleArticles.ferry), as: UTF8.self).unicodeScalars)
    for line in lines where line.hasPrefix("T") {
      let fields = line.split(separator: "\t")
      #expect(fields.count == 3)
      let offsets = fields[1].drop { $0 != " " }.dropFirst()
      let words = offsets.split(separator: ";").map { part in
        let ends = part.split(separator: " ").compactMap { Int($0) }
        return String(String.UnicodeScalarView(text[ends[0]..<ends[1]]))
      }
      #expect(words.joined(separator: " ") == fields[2])
    }
    // A quote in two parts is one content.
    #expect(lines[0].hasPrefix("T1\tContent ") && lines[0].contains(";"))
  }

  @Test func `a span over a line end is written in parts`() {
    let source = SourceText("He said “all is\r\n well” today.")
    let span = TextSpan(11, 24)
    let article = Article(
      id: ArticleID(rawValue: 1), file: "a.txt", item: 0, source: source,
      title: Headline(text: "", span: nil, basis: .derived), removed: [], people: [],
      organisations: [],
      quotes: [
        Quote(
          kind: .direct, spans: [span], speaker: nil, cue: nil, line: 1, confidence: 1,
          evidence: .correction)
      ])
    let text = String(decoding: BratExport.annotations(of: article), as: UTF8.self)
    #expect(text.hasPrefix("T1\tContent 9 15;18 22\tall is well\n"))
  }
}
