/// A row of a table whose cells are apart by a delimiter (RFC 4180, with any delimiter).
struct TableRow {
  /// A cell without its quotation marks.
  struct Cell: Hashable {
    var bytes: [UInt8]
    /// Where it begins in the row.
    var offset: Int
  }

  var cells: [Cell] = []
  /// Whether a quotation mark is not closed.
  var isOpen = false

  /// Cuts a row into cells; doubled quotation marks inside quoted cells become single ones.
  init(_ row: [UInt8], delimiter: UInt8) {
    var at = 0
    repeat {
      let start = at
      var text: [UInt8] = []
      if at < row.count, row[at] == 0x22 {
        at += 1
        isOpen = true
        while at < row.count {
          let end = row.firstOffset(of: 0x22, from: at) ?? row.count
          text += row[at..<end]
          at = end + 1
          if end == row.count { break }
          guard at < row.count, row[at] == 0x22 else {
            isOpen = false
            break
          }
          text.append(0x22)
          at += 1
        }
      }
      let end = min(row.count, at)
      let next = row.firstOffset(of: delimiter, from: end) ?? row.count
      text += row[end..<next]
      cells.append(Cell(bytes: text, offset: start))
      at = next + 1
    } while at <= row.count
  }
}

/// Finds where the rows of a table end, piece by piece: line breaks inside quotation marks are part
/// of their cell.
struct RowCutter {
  private enum State { case cellStart, plain, quoted, closed }

  private let delimiter: UInt8
  private var state = State.cellStart

  /// A cutter at the beginning of a row.
  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// The index behind the line feed that ends the row; nil where the piece ends first.
  mutating func endOfRow(in piece: ArraySlice<UInt8>) -> Int? {
    let end = piece.withUnsafeBufferPointer { bytes -> Int? in
      for i in bytes.indices {
        let byte = bytes[i]
        switch state {
        case .quoted:
          if byte == 0x22 { state = .closed }
          continue
        case .cellStart where byte == 0x22, .closed where byte == 0x22:
          state = .quoted
          continue
        case .cellStart, .plain, .closed: break
        }
        if byte == 0x0A {
          state = .cellStart
          return i + 1
        }
        state = byte == delimiter ? .cellStart : .plain
      }
      return nil
    }
    return end.map { piece.startIndex + $0 }
  }

  /// Whether a quotation mark is open.
  var isQuoted: Bool { state == .quoted }

  /// Forgets an open quotation mark.
  mutating func startAnew() { state = .cellStart }
}
