import Glibc
import Model

extension EffectRunner {
  /// Writes all articles of a filter to a new file, off the thread of the loop.
  func export(_ query: Query, as format: ExportFormat, to path: String) {
    others.async { [archive, mailbox] in
      do throws(OutputError) {
        let count = try Self.write(query, of: archive, as: format, to: path)
        mailbox.post(.told(.exported(count, path), isWarning: false))
      } catch {
        mailbox.post(.told(.cannotExport(path, error.reason), isWarning: true))
      }
    }
  }

  private static func write(
    _ query: Query, of archive: some ArticleArchive, as format: ExportFormat, to path: String
  ) throws(OutputError) -> Int {
    // A file that is there already is never written over.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(errno: errno) }
    defer { close(descriptor) }
    var file = OutputFile(descriptor: descriptor)
    try file.write(format.head)
    var row = 0
    var written = 0
    while true {
      let page = archive.page(PageRequest(query: query, anchor: .row(row), count: 200))
      let rows = page.rows.dropFirst(max(0, row - page.first))
      if rows.isEmpty { break }
      for article in rows.compactMap({ archive.article($0.key) }) {
        try file.write(format.bytes(of: article))
        written += 1
      }
      row += rows.count
    }
    try file.write(format.foot)
    try file.flush()
    return written
  }
}
