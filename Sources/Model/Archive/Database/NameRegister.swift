/// Numbers of names across articles, and their counts until they are written down.
struct NameRegister {
  /// So many are remembered.
  private static let limit = 400_000
  private var numbers: [[UInt8]: Int] = [:]
  private var counts: [Int: (articles: Int, quotes: Int)] = [:]

  /// The number of a name; a new one where it was not met before.
  mutating func number(of name: PreparedArticle.Name, _ run: WriterStatements) throws -> Int {
    let key = [UInt8(truncatingIfNeeded: name.kind.rawValue)] + name.key
    if let number = numbers[key] { return number }
    run.findName.bind(name.kind.rawValue, at: 1)
    run.findName.bindBlob(name.key, at: 2)
    defer { run.findName.reset() }
    var number = 0
    if try run.findName.step() {
      number = run.findName.int(0)
    } else {
      run.addName.bind(name.kind.rawValue, at: 1)
      run.addName.bindBlob(name.key, at: 2)
      run.addName.bind(name.name, at: 3)
      defer { run.addName.reset() }
      if try run.addName.step() { number = run.addName.int(0) }
      while try run.addName.step() {}
    }
    if numbers.count > Self.limit { numbers.removeAll() }
    numbers[key] = number
    return number
  }

  /// Counts a name once more.
  mutating func count(_ number: Int, articles: Int, quotes: Int) {
    counts[number, default: (0, 0)].articles += articles
    counts[number, default: (0, 0)].quotes += quotes
  }

  /// Takes back what an article counted.
  mutating func forget(_ entry: NamesCodec.Entry) {
    count(entry.name, articles: -1, quotes: -entry.quotes)
  }

  /// Writes the counts down.
  mutating func write(_ run: WriterStatements) throws {
    for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
      run.countName.bind(count.articles, at: 1)
      run.countName.bind(count.quotes, at: 2)
      run.countName.bind(number, at: 3)
      try run.countName.run()
    }
    counts.removeAll(keepingCapacity: true)
  }
}

/// Who is named in an article, as bytes.
enum NamesCodec {
  /// A name with how often it is named and quoted.
  struct Entry: Hashable {
    var name: Int
    var mentions: Int
    var quotes: Int
  }

  static func encode(_ entries: [Entry]) -> [UInt8] {
    var out = PackedWriter()
    for entry in entries {
      // Most names are not quoted: that costs no byte.
      out.number(entry.name << 1 | (entry.quotes > 0 ? 1 : 0))
      out.number(entry.mentions)
      if entry.quotes > 0 { out.number(entry.quotes) }
    }
    return out.bytes
  }

  /// Adds articles, mentions and quotes to the counts of names, three for each.
  static func count(_ bytes: UnsafeRawBufferPointer, into counts: inout [UInt32]) {
    var at = 0
    func number() -> Int {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while at < bytes.count, shift < 64 {
        let byte = bytes[at]
        at += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return Int(truncatingIfNeeded: value)
    }
    while at < bytes.count {
      let name = number()
      let mentions = number()
      let quotes = name & 1 == 1 ? number() : 0
      let place = (name >> 1) &* 3
      guard place >= 0, place + 2 < counts.count else { continue }
      counts[place] &+= 1
      counts[place + 1] &+= UInt32(truncatingIfNeeded: mentions)
      counts[place + 2] &+= UInt32(truncatingIfNeeded: quotes)
    }
  }

  static func decode(_ bytes: [UInt8]) throws(PackedReader.Damaged) -> [Entry] {
    var input = PackedReader(bytes)
    var entries: [Entry] = []
    while !input.isAtEnd {
      let name = try input.number()
      let mentions = try input.number()
      entries.append(
        Entry(
          name: name >> 1, mentions: mentions, quotes: name & 1 == 1 ? try input.number() : 0))
    }
    return entries
  }
}
