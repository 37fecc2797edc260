import Testing

@testable import Model

@Suite struct TextDecodingTests {
  private static let russian =
    "Министр сообщил журналистам, что переговоры продолжатся в пятницу. Он не уточнил место."
  private static let german =
    "Der Präsident sprach über Grüße aus München, und es war schön – für alle."
  private static let chinese = "外交部发言人表示，双方将继续就此问题进行沟通。会议将于下周在北京举行。"
  private static let japanese = "首相は記者会見で、来週の会議について説明した。東京で開かれる予定だ。"
  private static let korean = "대통령은 기자회견에서 다음 주 회의에 대해 설명했다. 서울에서 열릴 예정이다."
  private static let polish =
    "Minister powiedział dziennikarzom, że rozmowy będą kontynuowane w piątek. Święto też się odbędzie, jak zwykle, w październiku."

  private func encoded(_ text: String, _ charset: String) throws -> [UInt8] {
    try #require(CharsetConversion.encoded(text, as: charset))
  }

  @Test(
    "Reads declared sets under any of their names",
    arguments: [
      (russian, "CP1251", "Windows-1251"), (russian, "KOI8-R", "koi8-r"),
      (russian, "IBM866", "cp866"),
      (russian, "ISO-8859-5", "cyrillic"), (german, "CP1252", "iso-8859-1"),
      (german, "CP1252", "us-ascii"),
      (chinese, "GB18030", "gb2312"), (chinese, "BIG5-HKSCS", "Big5"),
      (japanese, "CP932", "Shift_JIS"),
      (japanese, "EUC-JP", "euc-jp"), (japanese, "ISO-2022-JP", "iso-2022-jp"),
      (korean, "UHC", "ks_c_5601-1987"),
      (polish, "ISO-8859-2", "latin2"), (german, "UTF-16LE", "utf-16"),
      (german, "UTF-32BE", "utf-32be"),
    ])
  func readsDeclared(text: String, charset: String, label: String) throws {
    guard let bytes = CharsetConversion.encoded(text, as: charset) else { return }
    let decoded = TextDecoding.decoded(bytes, declared: label)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.invalid == 0)
  }

  @Test(
    "Finds out what nobody states",
    arguments: [
      (russian, "CP1251"), (russian, "KOI8-R"), (russian, "UTF-16LE"), (russian, "UTF-16BE"),
      (german, "CP1252"), (german, "UTF-16LE"), (german, "UTF-32LE"), (chinese, "GB18030"),
      (japanese, "CP932"), (japanese, "EUC-JP"), (japanese, "ISO-2022-JP"), (korean, "UHC"),
      ("“It’s over,” she said — and left.", "CP1252"), ("naïve", "CP1252"),
      ("Plain words, and one caf\u{E9}.", "CP1252"), (polish, "ISO-8859-2"),
    ])
  func detects(text: String, charset: String) throws {
    let decoded = TextDecoding.decoded(try encoded(text, charset))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text, "as \(decoded.charset)")
  }

  @Test(
    "A mark at the beginning comes before all else, and is left out",
    arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
  func marks(charset: String) throws {
    let bytes = try encoded("\u{FEFF}\(Self.russian)", charset)
    for declared in [nil, "windows-1251", "utf-8"] {
      let decoded = TextDecoding.decoded(bytes, declared: declared)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.russian)
    }
  }

  @Test(
    "A declaration that the bytes contradict is not believed",
    arguments: [
      (russian, "UTF-8", "windows-1251"), (russian, "UTF-8", "iso-8859-1"),
      (russian, "CP1251", "utf-8"),
      (german, "UTF-8", "utf-16"), (german, "CP1252", "utf-8"), (japanese, "UTF-8", "shift_jis"),
      (russian, "UTF-8", "no-such-set"),
    ])
  func contradicted(text: String, charset: String, declared: String) throws {
    let decoded = TextDecoding.decoded(try encoded(text, charset), declared: declared)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text, "as \(decoded.charset)")
  }

  @Test func `invalid bytes are shown and counted in any set`() {
    let shiftJIS = TextDecoding.decoded(
      [0x83, 0x65, 0xFF, 0x83, 0x58, 0x83, 0x67, 0x82, 0xCC, 0x82, 0xBD, 0x82, 0xDF],
      declared: "shift_jis")
    #expect(String(decoding: shiftJIS.bytes, as: UTF8.self) == "テ\u{FFFD}ストのため")
    #expect(shiftJIS.invalid == 1)
    let truncated = TextDecoding.decoded(Array("Москва, Москва".utf8.dropLast()))
    #expect(truncated.charset == "utf-8" && truncated.invalid == 1)
  }

  @Test(
    "Recognises what was encoded twice, and mends it on request",
    arguments: [
      (german, "CP1252"), (russian, "CP1252"), (russian, "CP1251"),
      ("It’s “over” — café", "CP1252"),
      (chinese, "CP1252"),
    ])
  func doubleEncoding(text: String, charset: String) throws {
    // Bytes that the set does not have stay as control characters, as browsers keep them.
    let name = charset == "CP1252" ? "windows-1252" : "windows-1251"
    let set = try #require(CharsetConversion(from: name))
    var twice: [UInt8] = []
    for byte in text.utf8 {
      let one = set.utf8([byte])
      twice += one.invalid == 0 ? one.bytes : [0xC2, byte]
    }
    let found = TextDecoding.decoded(twice)
    #expect(found.isDoubleEncoded && found.bytes == twice)
    #expect(found.findings("a.txt") == [Finding(path: "a.txt", problem: .doubleEncoded)])
    let mended = TextDecoding.decoded(twice, mendsDoubleEncoding: true)
    #expect(String(decoding: mended.bytes, as: UTF8.self) == text)
    #expect(mended.findings("a.txt") == [])
  }

  @Test(arguments: [
    german, russian, chinese, polish, "Â£5 and “fine” — Ãh", "São Paulo, à côté: déjà vu", "plain",
  ])
  func `good text is not taken for encoded twice`(text: String) {
    #expect(!TextDecoding.decoded(Array(text.utf8)).isDoubleEncoded)
  }

  @Test func `any bytes become UTF-8 under any declaration`() {
    var seed: UInt64 = 3
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 97) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: seed >> 40))
      }
      for declared in [
        nil, "utf-8", "utf-16", "gb18030", "iso-2022-jp", "cp037", "../x", "a//IGNORE",
      ] {
        let decoded = TextDecoding.decoded(bytes, declared: declared)
        #expect(UTF8Decoding.check(decoded.bytes).isValid)
      }
    }
  }
}
