import Testing

@testable import Model
@testable import TestSupport

@Suite struct ArchiveTests {
  private let article = "Lake closed\n\nThe lake was closed on Friday.\n"
  private var bytes: [UInt8] { Array(article.utf8) }

  private func zip(_ members: [(String, String)]) -> [UInt8] {
    ArchiveMaker.archive(.zip, members.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }

  @Test(arguments: ArchiveMaker.Filter.allCases, [1, 100, 1 << 16])
  func `a compressed file is read as what is in it`(filter: ArchiveMaker.Filter, pieces: Int) {
    let split = Split(ArchiveMaker.compressed(filter, bytes), of: "a.txt.x", pieces: pieces)
    #expect(split.texts == [article])
    #expect(split.items.first?.file == "a.txt.x")
    #expect(split.findings == [])
  }

  @Test(arguments: ArchiveMaker.Format.allCases, [nil, .gzip, .zstd] as [ArchiveMaker.Filter?])
  func `members are named behind their archive`(
    format: ArchiveMaker.Format, filter: ArchiveMaker.Filter?
  ) {
    let archive = ArchiveMaker.archive(
      format, [("one.txt", bytes), ("inner/two.txt", Array("two words".utf8))], filter: filter)
    let split = Split(archive, of: "news")
    #expect(split.items.map(\.file) == ["news/one.txt", "news/inner/two.txt"])
    #expect(split.texts == [article, "two words"])
    #expect(split.findings == [])
  }

  @Test func `gzip files one behind the other are one file, as crawls write them`() {
    let parts = ["one ", "two ", "three"].flatMap { ArchiveMaker.compressed(.gzip, Array($0.utf8)) }
    #expect(Split(parts).texts == ["one two three"])
  }

  @Test func `archives may lie in one another, so deep and no deeper`() {
    var archive = zip([("a.txt", article)])
    for level in 0..<3 { archive = ArchiveMaker.archive(.zip, [("\(level).zip", archive)]) }
    #expect(Split(archive, of: "x.zip").items.map(\.file) == ["x.zip/2.zip/1.zip/0.zip/a.txt"])
    var options = ReadingOptions()
    options.deepestNesting = 3
    let split = Split(archive, of: "x.zip", options: options)
    #expect(split.items.isEmpty)
    #expect(
      split.findings
        == [Finding(path: "x.zip/2.zip/1.zip/0.zip", problem: .nestedTooDeep(limit: 3))])
  }

  @Test(arguments: [
    ("../../etc/passwd", "x/etc/passwd"), ("/etc/passwd", "x/etc/passwd"), ("./a//b", "x/a/b"),
    ("..\\..\\a.txt", "x/a.txt"), ("новости.txt", "x/новости.txt"),
  ])
  func `names cannot point outside`(name: String, shown: String) {
    let split = Split(ArchiveMaker.archive(.pax, [(name, bytes)]), of: "x")
    #expect(split.items.map(\.file) == [shown])
  }

  @Test func `what systems add to archives is passed over`() {
    let split = Split(
      zip([
        ("__MACOSX/._a.txt", "x"), (".DS_Store", "x"), ("a/.git/x", "x"), ("..", "x"),
        ("a.txt", "y"),
      ]))
    #expect(split.texts == ["y"])
    #expect(split.findings == [])
  }

  @Test func `a member that only a password opens is named`() {
    let archive = ArchiveMaker.archive(
      .zip, [("secret.txt", bytes)], options: "zip:encryption=traditional", password: "pass")
    let split = Split(archive, of: "x.zip")
    #expect(split.items.isEmpty)
    #expect(split.findings == [Finding(path: "x.zip/secret.txt", problem: .encrypted)])
  }

  @Test(arguments: [ArchiveMaker.Filter.gzip, .bzip2, .xz, .zstd])
  func `what is cut off is said, and lines so far stand`(filter: ArchiveMaker.Filter) {
    let noise = (0..<60_000).map { "{\"title\": \"Lake \($0 &* 2_654_435_761 % 1_000_003)\"}\n" }
      .joined()
    let whole = ArchiveMaker.compressed(filter, Array(noise.utf8))
    let split = Split(Array(whole[..<(whole.count * 3 / 4)]), of: "x")
    #expect(split.items.count > 1_000)
    #expect(split.items.count < 60_000)
    #expect(split.findings.count == 1)
    #expect(
      split.findings.allSatisfy { if case .damaged = $0.problem { $0.path == "x" } else { false } })
  }

  @Test func `a damaged archive ends with one reason`() {
    var archive = ArchiveMaker.archive(
      .zip, (0..<20).map { ("\($0).txt", Array("Lake \($0) closed".utf8)) })
    archive = Array(archive[..<(archive.count / 2)])
    let split = Split(archive, of: "x.zip")
    #expect(split.items.count > 3)
    #expect(split.findings.count == 1)
    // A member whose own bytes are wrong does not stop the others.
    var tar = ArchiveMaker.archive(
      .ustar, [("a.txt.gz", [0x1F, 0x8B, 8, 0, 1, 2]), ("b.txt", bytes)])
    let inner = Split(tar, of: "x.tar")
    #expect(inner.texts == [article])
    #expect(inner.findings.map(\.path) == ["x.tar/a.txt.gz"])
    tar[600] ^= 0xFF
    #expect(Split(tar, of: "x.tar").texts.last == article)
  }

  @Test func `a bomb is refused by what it unfolds to`() {
    var options = ReadingOptions()
    options.largestItem = 100_000
    let zeros = [UInt8](repeating: 0x20, count: 5_000_000)
    let one = Split(ArchiveMaker.compressed(.gzip, zeros), of: "x.gz", options: options)
    #expect(one.items.isEmpty)
    #expect(one.findings.count == 1)
    // Many small members, each within the limits, counted together at every depth.
    let member = Array(zeros[..<90_000])
    let inner = ArchiveMaker.archive(.zip, (0..<50).map { ("\($0)", member) })
    let outer = ArchiveMaker.archive(.zip, (0..<50).map { ("\($0).zip", inner) })
    options.largestRatio = 100
    let nested = Split(outer, of: "x.zip", options: options)
    #expect(nested.items.count < 100)
    #expect(nested.problems == [.unfoldsTooMuch(ratio: 100)])
    options.largestRatio = 1_000_000
    options.largestUnfolding = 1_000_000
    #expect(Split(outer, of: "x", options: options).problems == [.unfoldsTooFar(bytes: 1_000_000)])
  }

  @Test func `a file named like an archive that is none is read as what it is`() {
    for text in ["PK and other letters\n", "BZh is no beginning\n", "LZ", "WARC is a format\n"] {
      let split = Split(text)
      #expect(split.texts == [text])
      #expect(split.findings == [])
    }
  }
}
