import GRDB
import GRDBSQLite

/// A statement that is stepped by hand: for loops over very many rows.
///
/// It belongs to one connection and is used only inside that connection's blocks.
final class RawStatement {
  private let connection: OpaquePointer?
  private let statement: OpaquePointer?

  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ sql: String) throws {
    connection = db.sqliteConnection
    var made: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
    statement = made
    try check(code)
  }

  deinit { sqlite3_finalize(statement) }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE else {
      let message = sqlite3_errmsg(connection).map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Whether there is a row.
  func step() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE { try check(code) }
    return false
  }

  /// Makes it ready for the next run; what is bound stays.
  func reset() { sqlite3_reset(statement) }

  /// Runs it once, for its effect.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  // MARK: - Parameters, from 1

  func bind(_ value: Int, at index: Int32) { sqlite3_bind_int64(statement, index, Int64(value)) }

  func bind(_ value: UInt64, at index: Int32) {
    sqlite3_bind_int64(statement, index, Int64(bitPattern: value))
  }

  /// Copies the bytes.
  func bindBlob(_ bytes: [UInt8], at index: Int32) {
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(statement, index, 0)
    } else {
      sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), Self.transient)
    }
  }

  /// Copies UTF-8 bytes.
  func bindText(_ bytes: [UInt8], at index: Int32) {
    bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = sqlite3_bind_text(statement, index, base ?? empty, Int32(bytes.count), Self.transient)
    }
  }

  func bind(_ text: String?, at index: Int32) {
    if let text {
      bindText(Array(text.utf8), at: index)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }

  private let empty = UnsafePointer<CChar>(bitPattern: 1)
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  // MARK: - Columns, from 0

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  func blob(_ column: Int32) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(statement, column))
    guard count > 0, let base = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Calls `body` with the bytes of a column, without a copy.
  func withBlob<R>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> R
  ) rethrows -> R {
    let base = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return try body(UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count))
  }

  func text(_ column: Int32) -> String { String(decoding: blob(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : text(column)
  }
}
