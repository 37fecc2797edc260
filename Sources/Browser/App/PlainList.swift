import ArgumentParser
import Glibc
import Model

/// The list of articles as text, for output that is not a terminal.
struct PlainList {
  private let archive = MemoryArchive()

  /// Reads everything, one file after the other.
  init(of importer: Importer) {
    importer.run(into: archive)
  }

  /// Prints a line per article, and on standard error what could not be read.
  /// - Throws: the exit status, where nothing could be read or written.
  func print() throws {
    for finding in archive.findings() { Complaint.print(finding) }
    let rows = lines
    var output = OutputFile.standardOutput
    do throws(OutputError) {
      for line in rows { try output.write(line.utf8) }
      try output.flush()
    } catch {
      switch error {
      case .closed: return
      case .system, .unread: throw Complaint.exit(error.words)
      }
    }
    if rows.isEmpty { throw Complaint.exit("no article could be read") }
  }

  /// Date, agency, number of quotes, headline and file, each in a column of its own.
  var lines: [String] {
    let total = archive.page(PageRequest(query: .everything, anchor: .row(0), count: 0)).total
    let page = archive.page(PageRequest(query: .everything, anchor: .row(0), count: total))
    let agencies = page.rows.map { width(of: $0.agency ?? "", limit: 24) }.max() ?? 0
    let titles = page.rows.map { width(of: $0.title, limit: 100) }.max() ?? 0
    return page.rows.map { row in
      let count = "\(row.quoteCount) \(row.quoteCount == 1 ? "quote" : "quotes")"
      let title = DisplayText.sanitized(row.title)
      let columns = [
        DisplayText.padded(row.shownDate(), to: ArticleRow.shownDateWidth),
        DisplayText.padded(row.agency ?? "", to: agencies),
        String(repeating: " ", count: max(0, 10 - count.utf8.count)) + count,
        DisplayText.width(of: title) > titles ? title : DisplayText.padded(title, to: titles),
        DisplayText.sanitized(archive.article(row.key)?.file ?? ""),
      ]
      return columns.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
    }
  }

  private func width(of text: String, limit: Int) -> Int {
    min(limit, DisplayText.width(of: text))
  }
}
