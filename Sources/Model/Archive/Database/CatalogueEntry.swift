/// What ordering and counting need of an article, in sixteen bytes.
///
/// | bytes | |
/// |---|---|
/// | 0 to 4 | its moment |
/// | 5 | whether it is there (1) |
/// | 6, 7 | how many quotes it holds, 65535 for more |
/// | 8 to 11 | its file |
/// | 12 to 15 | the number of its first quote, or of the next article's where it has none |
///
/// All numbers are little-endian.
struct CatalogueEntry: Hashable {
  static let size = 16
  /// So many entries are stored together.
  static let chunk = 4096

  var moment: Int
  var isLive = true
  var quotes: Int
  var file: Int
  var firstQuote: Int

  var bytes: [UInt8] {
    var out = [UInt8](repeating: 0, count: Self.size)
    func put(_ value: Int, _ offset: Int, _ count: Int) {
      for i in 0..<count { out[offset + i] = UInt8(truncatingIfNeeded: value >> (8 * i)) }
    }
    put(moment, 0, 5)
    out[5] = isLive ? 1 : 0
    put(quotes, 6, 2)
    put(file, 8, 4)
    put(firstQuote, 12, 4)
    return out
  }

  init(moment: Int, quotes: Int, file: Int, firstQuote: Int) {
    self.moment = moment
    self.quotes = min(quotes, 0xFFFF)
    self.file = file
    self.firstQuote = firstQuote
  }

  /// Reads an entry.
  /// - Precondition: there are `size` bytes.
  init(bytes: ArraySlice<UInt8>) {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[bytes.startIndex + offset + $1]) << (8 * $1) }
    }
    moment = number(0, 5)
    isLive = bytes[bytes.startIndex + 5] & 1 != 0
    quotes = number(6, 2)
    file = number(8, 4)
    firstQuote = number(12, 4)
  }
}
