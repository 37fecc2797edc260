import Glibc
import Testing

@testable import Model

@Suite("The quote model on invented sentences")
struct LearnedAttributionsTests {
  /// The attributions of paragraphs, one a line.
  private func find(_ text: String) -> [(content: [String], source: [String], cueWord: String)] {
    let bytes = [UInt8](text.utf8)
    func string(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
    return LearnedAttributions.find(in: bytes, paragraphs: Self.lines(bytes)).map {
      ($0.content.map(string), $0.source.map(string), string($0.cueWord))
    }
  }

  static func lines(_ bytes: [UInt8]) -> [TextSpan] {
    bytes.split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }
      .map { TextSpan($0.startIndex, $0.endIndex) }
  }

  @Test("A quotation has its words, its speaker and its cue")
  func directQuotation() throws {
    let found = try #require(
      find("“We will not close the harbour,” Anna Berg said on Monday.").first)
    #expect(found.content == ["“We will not close the harbour,”"])
    #expect(found.source == ["Anna Berg"])
    #expect(found.cueWord == "said")
  }

  @Test("Indirect speech has its clause")
  func indirectSpeech() throws {
    let found = try #require(
      find("The minister said that the bridge would be finished in May.").first)
    #expect(found.content == ["that the bridge would be finished in May"])
    #expect(found.source == ["The minister"])
  }

  @Test("A quotation in two halves is one attribution")
  func twoHalves() throws {
    let found = try #require(
      find("“It is late,” said Berg, “and we are all very tired of waiting.”").first)
    #expect(found.content.count == 2)
    #expect(found.source == ["Berg"])
  }

  @Test("A signed quotation is found by rule")
  func signature() throws {
    let found = try #require(find("“Rain fell on the old town all night.” — Anna Berg").first)
    #expect(found.source == ["Anna Berg"])
    #expect(found.cueWord == "—")
  }

  @Test("Three transcript paragraphs are found by rule, two are not")
  func transcript() {
    let lines = [
      "BERG: We met at the old mill.", "STONE: Nobody told us so.", "BERG: Ask the baker.",
    ]
    #expect(find(lines.joined(separator: "\n")).filter { $0.cueWord == ":" }.count == 3)
    #expect(
      find(lines.prefix(1).joined()).filter { $0.content == ["We met at the old mill"] }.count < 2)
  }

  @Test(
    "Text without attributions has none", arguments: ["", " ", "\n\n", "Rain.", "…", "\u{FFFD}"])
  func nothing(_ text: String) { #expect(find(text).isEmpty) }

  @Test("Spans beyond the bytes, backwards or twice do no harm")
  func badSpans() {
    let bytes = [UInt8]("“No,” she said.".utf8)
    let spans = [
      TextSpan(-5, 3), TextSpan(9, 2), TextSpan(0, 99), TextSpan(Int.min, Int.max),
      TextSpan(50, 60), TextSpan(0, bytes.count), TextSpan(0, bytes.count),
    ]
    for span in LearnedAttributions.find(in: bytes, paragraphs: spans).flatMap(\.content) {
      #expect(span.start >= 0 && span.end <= bytes.count)
    }
  }

  @Test("Bytes that are no UTF-8 do no harm")
  func badBytes() {
    var random = FixedGenerator(state: 7)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      for found in LearnedAttributions.find(in: bytes, paragraphs: Self.lines(bytes)) {
        #expect(found.content.allSatisfy { $0.start < $0.end && $0.end <= bytes.count })
      }
    }
  }

  @Test("Pieces of news in any order do no harm")
  func anyOrder() {
    var random = FixedGenerator(state: 11)
    for _ in 0..<200 {
      let text = (0..<300).map { _ in RobustnessTests.pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let bytes = [UInt8](text.utf8)
      let found = LearnedAttributions.find(in: bytes, paragraphs: Self.lines(bytes))
      #expect(found.allSatisfy { !$0.content.isEmpty && $0.probability > 0 && $0.probability <= 1 })
      #expect(found.map { $0.content[0].start } == found.map { $0.content[0].start }.sorted())
    }
  }

  @Test(
    "Time grows with the length, whatever stands in the text",
    arguments: ["\"", ":", "said ", "“a ", "he said \"x ", "said: ", "AB: b c d.\n"])
  func linear(_ piece: String) {
    // Of this thread alone, so that what else runs on the machine does not count.
    func nanoseconds() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    func time(_ length: Int) -> Int {
      let bytes = [UInt8](String(repeating: piece, count: length / piece.utf8.count).utf8)
      let start = nanoseconds()
      _ = LearnedAttributions.find(in: bytes, paragraphs: Self.lines(bytes))
      return nanoseconds() - start
    }
    let short = (0..<3).map { _ in time(20_000) }.min() ?? 0
    let long = (0..<2).map { _ in time(200_000) }.min() ?? 0
    // Ten times as long; quadratic growth would take a hundred times as long.
    #expect(long < short * 40 + 50_000_000)
  }
}

@Suite("A broken model is refused")
struct QuoteModelTests {
  private func model(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { (try? QuoteModel($0)) != nil }
  }

  private var embedded: [UInt8] { [UInt8](QuoteModel.embeddedBytes) }

  @Test("The model in the binary is whole")
  func whole() {
    #expect(QuoteModel.embedded != nil)
    #expect(model(embedded))
  }

  @Test("Every shorter model is refused")
  func short() {
    let bytes = embedded
    #expect(!model([]))
    for length in stride(from: 1, to: bytes.count, by: 40_009) {
      #expect(!model(Array(bytes.prefix(length))))
    }
    #expect(!model(Array(bytes.dropLast())))
  }

  @Test("Changed bytes are refused or do no harm")
  func changed() {
    let text = [UInt8]("“We will not,” Anna Berg said. He told us: “Wait and see.”".utf8)
    var random = FixedGenerator(state: 3)
    for round in 0..<60 {
      var bytes = embedded
      for _ in 0..<20 {
        let reach = round % 2 == 0 ? bytes.count : 320
        bytes[Int.random(in: 0..<reach, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      bytes.withUnsafeBytes { bytes in
        guard let model = try? QuoteModel(bytes) else { return }
        let found = LearnedAttributions.find(
          in: text, paragraphs: [TextSpan(0, text.count)], with: model)
        #expect(found.allSatisfy { $0.content.allSatisfy { $0.end <= text.count } })
      }
    }
  }
}
