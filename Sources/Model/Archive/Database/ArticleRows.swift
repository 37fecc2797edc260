import GRDB

/// Reads rows of the list.
struct ArticleRows {
  private let statement: RawStatement

  private let marks: any MarksSource

  init(_ db: Database, _ marks: any MarksSource, _ sql: String) throws {
    statement = try RawStatement(db, sql)
    self.marks = marks
  }

  /// The rows for a parameter.
  func all(_ parameter: Int) throws -> [ArticleRow] {
    statement.bind(parameter, at: 1)
    var rows: [ArticleRow] = []
    try visit {
      rows.append($0)
      return true
    }
    return rows
  }

  /// Calls `take` with each row until it returns false.
  func visit(_ take: (ArticleRow) throws -> Bool) throws {
    defer { statement.reset() }
    while try statement.step() {
      let id = ArticleID(rawValue: UInt64(bitPattern: Int64(statement.int(6))))
      let row = ArticleRow(
        key: ArticleKey(rawValue: statement.int(0) - 1), id: id,
        date: Moment.date(statement.int(1)), dateIsInferred: statement.int(2) != 0,
        agency: statement.optionalText(4), title: statement.text(3),
        quoteCount: statement.int(5), marks: marks.marks(of: id))
      guard try take(row) else { return }
    }
  }
}
