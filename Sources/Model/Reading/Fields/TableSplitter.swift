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
    let limit = sink.options.largestItem
    var cutter = RowCutter(delimiter: shape.delimiter)
    var row: [UInt8] = []
    var line = 1
    var startLine = 1
    var number = -1
    func end() {
      defer {
        row.removeAll(keepingCapacity: row.capacity < 1 << 18)
        startLine = line
      }
      if row.allSatisfy(Bytes.isSpace) { return }
      defer { number += 1 }
      // The first one is the header.
      if number < 0 { return }
      sink.put(
        RawItem(
          file: file, item: number, bytes: TableShape.withoutBreak(row[...]), firstLine: startLine,
          hints: hints))
    }
    while !sink.isCancelled, var piece = try bytes.takePiece() {
      while !piece.isEmpty {
        let found = cutter.endOfRow(in: piece)
        let part = piece[..<(found ?? piece.endIndex)]
        row += part
        line += part.count { $0 == 0x0A }
        piece = piece[part.endIndex...]
        if row.count > limit {
          sink.put(Finding(path: file, problem: .itemTooLarge(.line(startLine), limit: limit)))
          row = []
          if found == nil {
            // A mark that nothing closes, most likely: it goes on with the next line.
            cutter.startAnew()
            let lineEnd = piece.firstIndex(of: 0x0A).map { $0 + 1 } ?? piece.endIndex
            piece = piece[lineEnd...]
            line += 1
          }
          startLine = line
        } else if found != nil {
          end()
        }
      }
    }
    end()
  }
}
