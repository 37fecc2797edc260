/// Cuts CSV, TSV and their kin into rows.
struct TableSplitter: ItemSplitter {
  private let map: FieldMap

  /// A splitter that knows the user's own names of columns.
  init(options: ReadingOptions = .init()) { map = FieldMap(options.fieldNames) }

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { TableShape(head: head, map: map) != nil }

  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError) {
    guard let shape = TableShape(head: try bytes.peek(ItemSplitters.headSize), map: map) else {
      throw ReadingError(path: file, problem: .binary)
    }
    var hints = ItemHints()
    hints.format = .tableRow
    hints.fields = shape.names
    hints.delimiter = shape.delimiter
    var rows = TableRows(delimiter: shape.delimiter, limit: sink.options.largestItem)
    var number = 0
    func take(_ row: TableRows.Row) {
      switch row.content {
      case .bytes(let bytes):
        // The first one is the header.
        if number > 0 {
          var item = RawItem(
            file: file, item: number - 1, bytes: bytes, firstLine: row.line, hints: hints)
          item.place = .line(row.line)
          sink.put(item)
        }
        number += 1
      case .tooLarge:
        sink.put(
          Finding(
            path: file,
            problem: .itemTooLarge(.line(row.line), limit: sink.options.largestItem)))
      case .open:
        let words = "a quotation mark is not closed; it goes on with the next line"
        sink.put(Finding(path: file, problem: .malformed(.line(row.line), words)))
      }
    }
    while !sink.isCancelled, let piece = try bytes.takePiece() { rows.take(piece, take) }
    rows.end(take)
  }
}
