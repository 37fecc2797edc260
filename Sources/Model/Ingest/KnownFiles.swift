/// The files that an archive knows, looked up by the bytes of their paths.
struct KnownFiles {
  /// A file's number in `files`.
  typealias Place = Int

  private(set) var files: [ArchiveWriter.KnownFile] = []
  /// All paths, one behind the other.
  private var text: [UInt8] = []
  /// Where each path ends.
  private var ends: [Int] = []
  /// Places plus one by hash; 0 is free.
  private var table: [UInt32] = []

  init() {}

  var count: Int { files.count }

  /// Adds a file whose path is not among them.
  mutating func add(_ file: ArchiveWriter.KnownFile, path: UnsafeRawBufferPointer) {
    if files.count * 2 >= table.count { grow() }
    text += path
    ends.append(text.count)
    files.append(file)
    insert(files.count - 1)
  }

  /// The file of a path.
  func place(of path: UnsafeRawBufferPointer) -> Place? {
    guard !table.isEmpty else { return nil }
    return text.withUnsafeBytes { text in
      var at = Self.hash(path) & (table.count - 1)
      while table[at] != 0 {
        let place = Int(table[at]) - 1
        let known = UnsafeRawBufferPointer(rebasing: text[range(place)])
        if known.count == path.count, known.elementsEqual(path) { return place }
        at = (at + 1) & (table.count - 1)
      }
      return nil
    }
  }

  /// The file of a path.
  subscript(path: String) -> ArchiveWriter.KnownFile? {
    var path = path
    return path.withUTF8 { place(of: UnsafeRawBufferPointer($0)) }.map { files[$0] }
  }

  /// The path of a file.
  func path(_ place: Place) -> String { String(decoding: text[range(place)], as: UTF8.self) }

  private func range(_ place: Place) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }

  private mutating func insert(_ place: Place) {
    let at = text.withUnsafeBytes { text in
      var at = Self.hash(UnsafeRawBufferPointer(rebasing: text[range(place)])) & (table.count - 1)
      while table[at] != 0 { at = (at + 1) & (table.count - 1) }
      return at
    }
    table[at] = UInt32(truncatingIfNeeded: place + 1)
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: max(64, table.count * 2))
    for place in files.indices { insert(place) }
  }

  /// Eight bytes a step.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      at += 8
    }
    while at < bytes.count {
      hash = (hash ^ UInt64(bytes[at])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      at += 1
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
