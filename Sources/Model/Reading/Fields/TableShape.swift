/// What the beginning of a table tells: its delimiter and the names of its columns.
struct TableShape: Hashable {
  var delimiter: UInt8
  var names: [String]

  private static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
  private static let longestName = 80

  /// Recognises a table with a header; nil for anything else, an article with commas above all.
  ///
  /// A header is a line of short, different names, one of which holds a headline or a text, and two
  /// of which are known; the rows behind it must have as many cells.
  init?(head: ArraySlice<UInt8>, map: FieldMap) {
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? head.dropFirst(3) : head
    guard let first = bytes.first, !Bytes.isSpace(first) || first == 0x09, !bytes.contains(0) else {
      return nil
    }
    var best: (known: Int, shape: TableShape)?
    for delimiter in Self.delimiters {
      guard let (names, known) = Self.header(bytes, delimiter, map),
        known > (best?.known ?? 0), let rows = Self.rowsThatFit(bytes, delimiter, names.count),
        // "Title, text, date" is how people write; so it takes more to be a header.
        rows > 3 || !names.contains(where: { $0.hasPrefix(" ") })
      else { continue }
      best = (known, TableShape(delimiter: delimiter, names: names))
    }
    guard let best else { return nil }
    self = best.shape
  }

  private init(delimiter: UInt8, names: [String]) {
    self.delimiter = delimiter
    self.names = names
  }

  private static func header(
    _ bytes: ArraySlice<UInt8>, _ delimiter: UInt8, _ map: FieldMap
  ) -> (names: [String], known: Int)? {
    var cutter = RowCutter(delimiter: delimiter)
    guard let end = cutter.endOfRow(in: bytes) else { return nil }
    let row = TableRow(Self.withoutBreak(bytes[..<end]), delimiter: delimiter)
    guard row.cells.count >= 2, !row.isOpen,
      row.cells.allSatisfy({ $0.bytes.count <= longestName && !$0.bytes.contains(0x0A) })
    else { return nil }
    let names = row.cells.map { String(decoding: $0.bytes, as: UTF8.self) }
    let folded = row.cells.map { FieldNames.folded($0.bytes) }
    let named = folded.filter { !$0.isEmpty }
    guard Set(named).count == named.count, named.count >= 2, named.count >= names.count - 1 else {
      return nil
    }
    // Words of a sentence are no names of columns.
    guard !row.cells.contains(where: { $0.bytes.last == 0x2E }) else { return nil }
    var known = 0
    var hasWords = false
    for name in folded {
      let slots =
        map.paths(from: name).map(\.slot) + (FieldNames.slot(of: name).map { [$0.slot] } ?? [])
      if slots.isEmpty { continue }
      known += 1
      if slots.contains(where: { $0 == .text || $0 == .title || $0 == .summary }) {
        hasWords = true
      }
    }
    return hasWords && known >= 2 ? (names, known) : nil
  }

  /// How many rows there are at the beginning; nil unless the first one, and of the next ones nearly
  /// all, have as many cells as the header.
  private static func rowsThatFit(
    _ bytes: ArraySlice<UInt8>, _ delimiter: UInt8, _ count: Int
  ) -> Int? {
    var rest = bytes
    var rows = 0
    var misfits = 0
    while rows < 20 {
      var cutter = RowCutter(delimiter: delimiter)
      guard let end = cutter.endOfRow(in: rest) else { break }
      let row = withoutBreak(rest[..<end])
      rest = rest[end...]
      if row.isEmpty { continue }
      if TableRow(row, delimiter: delimiter).cells.count != count {
        if rows < 2 { return nil }
        misfits += 1
      }
      rows += 1
    }
    // The header itself, and a row that ends or is at least begun.
    if misfits > 1 && misfits * 5 > rows { return nil }
    return rows >= 2 || rows == 1 && rest.contains(delimiter) ? rows : nil
  }

  /// A row without the line break at its end.
  static func withoutBreak(_ row: ArraySlice<UInt8>) -> [UInt8] {
    var row = row
    if row.last == 0x0A { row.removeLast() }
    if row.last == 0x0D { row.removeLast() }
    return Array(row)
  }
}
