import Foundation

@testable import Model
@testable import TestSupport

/// The same invented files in a database and in memory.
struct BothArchives {
  let tree: TemporaryTree
  let location: ArchiveLocation
  let memory: MemoryArchive
  let database: DatabaseArchive

  /// - Parameter pageSize: of the index in bytes; small ones spread few articles over many pages.
  init(
    _ files: [String: String], marks: any MarksSource = NoMarks(), pageSize: Int? = nil
  ) throws {
    tree = try TemporaryTree()
    for (name, text) in files { try tree.write(text, to: "news/\(name)") }
    location = ArchiveLocation(
      paths: [tree.at("news")], file: tree.at("cache/test.archive"))
    if let pageSize {
      let queue = try location.file.openForWriting()
      try queue.write { db in
        for table in ["words", "said"] {
          try db.execute(
            sql: "INSERT INTO \(table)(\(table), rank) VALUES('pgsz', \(pageSize))")
        }
      }
      try queue.close()
    }
    try ArchiveRefresh(location, workers: 2).run()
    database = try DatabaseArchive(location, marks: marks)
    memory = MemoryArchive(marks: marks)
    Importer(paths: [tree.at("news")], workers: 1).run(into: memory)
  }

  /// The files of a query's articles in order, in both.
  func files(
    _ filter: String, order: ArticleOrder = .newest
  ) throws -> (memory: [String], database: [String]) {
    let query = try Query(parsing: filter, today: Self.today)
    func names(_ archive: any ArticleArchive) -> [String] {
      let request = PageRequest(query: query, order: order, anchor: .row(0), count: 1000)
      return archive.page(request).rows.compactMap { row in
        archive.article(row.key)?.file.split(separator: "/").last.map(String.init)
      }
    }
    return (names(memory), names(database))
  }

  static let today =
    ArticleDate(year: 2020, month: 6, day: 15) ?? ArticleDate.today

  /// Small invented articles: speakers, kinds of quotes, dates, repeats, agencies, accents.
  static let files = [
    "a.txt": """
    PORT HALVARD, March 4, 2018 (Example) – The harbour council voted on Monday to keep the night \
    ferry running, its chair, Ines Varga, said.

    "The sanctions on the old pier end today," Varga said. "Nobody could cancel the boat."
    """,
    "b.txt": """
    Director speaks on sanctions

    LOWER QUAY, May 9, 2017 (Example) – Director Tomas Quill said that the boat carries forty people.

    "We never asked for a ferry," Quill said on Tuesday.

    Ines Varga said the thin ice would hold until spring.
    """,
    "c.txt": """
    Snow on the passes near the Café

    Snow fell on the northern passes on Tuesday. The roads are open. The harbour is frozen.
    """,
    "d.txt": """
    Minister answers

    MOUNT ELDER, June 14, 2020 (Example) – Foreign Minister Anna Berg told reporters that sanctions \
    against the port would go on.

    "The harbour council is right," Berg said. "Too thin ice is no road."
    """,
    "e.txt": """
    Minister answers

    MOUNT ELDER, June 14, 2020 (Example) – Foreign Minister Anna Berg told reporters that sanctions \
    against the port would go on.

    "The harbour council is right," Berg said. "Too thin ice is no road."
    """,
    "f.txt": """
    Zürich reopens its lake

    ZURICH, May 30, 2020 (Other Agency) – "Sanctions are no ferry," said Tomas Quill.

    The council of the harbour and the council of the lake met. Anna O'Brien was there.
    """,
  ]
}
