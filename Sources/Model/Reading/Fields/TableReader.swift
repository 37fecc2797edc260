/// Reads a row of a table as an article, by the names of its columns.
struct TableReader: PageReader {
  private let map: FieldMap
  private let mends: Bool

  /// A reader that looks at the user's own names first.
  init(options: ReadingOptions = .init()) {
    map = FieldMap(options.fieldNames)
    mends = options.mendsDoubleEncoding
  }

  func recognises(_ item: RawItem) -> Bool { item.hints.format == .tableRow }

  /// One page.
  /// - Throws: `.malformed` with the line where the row holds no words.
  func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let (bytes, invalid) = FieldDecoding.text(of: item, mendsDoubleEncoding: mends)
    let row = TableRow(bytes, delimiter: item.hints.delimiter ?? 0x2C)
    let place = Finding.Place.line(item.firstLine)
    if row.isOpen { throw item.error(.malformed(place, "a quotation mark is not closed")) }
    var gatherer = FieldGatherer()
    for (name, cell) in zip(item.hints.fields, row.cells) where !cell.bytes.isEmpty {
      let folded = FieldNames.folded(name.utf8)
      let value = JSONValue.string(cell.bytes, at: cell.offset)
      let paths = map.paths(from: folded).filter { $0.rest.isEmpty }
      for path in paths { gatherer.add(value, to: path.slot, rank: 0) }
      if paths.isEmpty, let known = FieldNames.slot(of: folded), !map.isMapped(known.slot) {
        gatherer.add(value, to: known.slot, rank: known.rank)
      }
    }
    let fields = gatherer.fields { offset in
      item.firstLine + bytes[..<offset].count { $0 == 0x0A }
    }
    guard fields.hasWords else {
      throw item.error(
        .malformed(place, "no column holds a text; name the one that does with --map text=COLUMN"))
    }
    var findings = FieldDecoding.findings(of: item, invalid: invalid)
    if row.cells.count != item.hints.fields.count {
      let words = "\(row.cells.count) cells where the header has \(item.hints.fields.count)"
      findings.append(Finding(path: item.file, problem: .malformed(place, words)))
    }
    return PagesRead([fields.page(of: item)], findings: findings)
  }
}
