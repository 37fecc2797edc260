import Foundation
import Testing

@testable import Model

/// A folder for each page: `page.html`, and in `expected.txt` what is to be read out of it.
///
/// `ONRECORD_RECORD=1` rewrites what is expected and fails the run; a person reads the difference.
@Suite struct PageCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pages")
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func `there are pages`() { #expect(Self.names.count >= 6) }

  @Test(arguments: names)
  func page(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: "page.html")))
    let item = RawItem(file: "page.html", bytes: bytes)
    #expect(HTMLReader().recognises(item))
    let read = try HTMLReader().pages(of: item)
    let page = try #require(read.pages.first)
    let found = Self.words(of: ArticlePipeline().article(of: page), findings: read.findings)
    let file = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["ONRECORD_RECORD"] != nil {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == found)
  }

  private static func words(of kind: BlockKind) -> String {
    switch kind {
    case .listItem(let depth, let number): "item \(depth) \(number.map { "\($0)." } ?? "•")"
    case .heading(let level): "heading \(level)"
    default: "\(kind)"
    }
  }

  private static func words(of article: Article, findings: [Finding]) -> String {
    var lines: [String] = []
    func put(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(value)") }
    }
    put("title", article.title.text)
    put("title line", article.title.span.map { "\(article.source.line(at: $0.start))" })
    put("agency", article.agency)
    put("authors", article.authors.joined(separator: "; "))
    put("url", article.url)
    put("section", article.section)
    put("language", article.language)
    put("published", article.published.map { "\($0.date)" })
    for finding in findings { put("finding", finding.words) }
    for span in article.standfirst { put("standfirst", article[span]) }
    lines.append("")
    for (index, span) in article.body.enumerated() {
      let kind = article.kinds.isEmpty ? BlockKind.paragraph : article.kinds[index]
      lines.append(
        "\(article.source.line(at: span.start)) \(Self.words(of: kind)): \(article[span])")
    }
    lines.append("")
    for link in article.links { lines.append("link: \(article[link.span]) -> \(link.url)") }
    for removal in article.removed {
      lines.append("removed \(removal.reason.rawValue): \(article[removal.span])")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
