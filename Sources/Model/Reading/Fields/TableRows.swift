/// Gathers the rows of a table from pieces.
///
/// A quotation mark that nothing closes would swallow the rest: a row that grows over the limit or
/// over the end of the file is given up, and the reading goes on with the line behind its first.
struct TableRows {
  /// One row.
  struct Row {
    enum Content: Hashable {
      /// Without the line break at its end.
      case bytes([UInt8])
      case tooLarge
      /// A quotation mark in it is not closed.
      case open
    }
    var content: Content
    /// Its first line, from 1.
    var line: Int
  }

  /// So often a file's lines are gone through again; what is given up later is lost.
  private static let mostReturns = 100

  private let limit: Int
  private var cutter: RowCutter
  private var row: [UInt8] = []
  private var line = 1
  private var startLine = 1
  private var isSkipping = false
  private var returns = 0

  /// - Parameter limit: the most bytes of a row.
  init(delimiter: UInt8, limit: Int) {
    self.limit = limit
    cutter = RowCutter(delimiter: delimiter)
  }

  /// Takes the next piece and hands on the rows that end in it.
  mutating func take(_ piece: ArraySlice<UInt8>, _ put: (Row) -> Void) {
    var waiting = [piece]
    while var piece = waiting.popLast() {
      while !piece.isEmpty {
        if isSkipping {
          guard let end = piece.firstIndex(of: 0x0A) else { break }
          piece = piece[(end + 1)...]
          isSkipping = false
          begin(line + 1)
          continue
        }
        let end = cutter.endOfRow(in: piece)
        let part = piece[..<(end ?? piece.endIndex)]
        row += part
        line += part.count { $0 == 0x0A }
        piece = piece[part.endIndex...]
        if row.count > limit {
          put(Row(content: .tooLarge, line: startLine))
          let rest = giveUp()
          if end == nil, let rest {
            waiting += [piece, rest]
            break
          }
          isSkipping = end == nil
          if !isSkipping { begin(line) }
        } else if end != nil {
          finish(put)
        }
      }
    }
  }

  /// Hands on what stands behind the last line break.
  mutating func end(_ put: (Row) -> Void) {
    while cutter.isQuoted, row.contains(0x0A) {
      put(Row(content: .open, line: startLine))
      guard let rest = giveUp() else { return }
      take(rest, put)
    }
    finish(put)
  }

  /// Forgets the present row.
  /// - Returns: what stands behind its first line, to be gone through again.
  private mutating func giveUp() -> ArraySlice<UInt8>? {
    let lines = row
    let next = startLine + 1
    let last = line
    begin(last)
    guard returns < Self.mostReturns, let end = lines.firstIndex(of: 0x0A) else { return nil }
    returns += 1
    begin(next)
    return lines[(end + 1)...]
  }

  private mutating func begin(_ line: Int) {
    row.removeAll(keepingCapacity: row.capacity < 1 << 18)
    self.line = line
    startLine = line
    cutter.startAnew()
  }

  private mutating func finish(_ put: (Row) -> Void) {
    if !row.allSatisfy(Bytes.isSpace) {
      put(Row(content: .bytes(TableShape.withoutBreak(row[...])), line: startLine))
    }
    begin(line)
  }
}
