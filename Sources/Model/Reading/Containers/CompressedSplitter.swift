/// Unfolds a compressed file and cuts what comes out, whatever it is.
struct CompressedSplitter: ItemSplitter {
  /// The first bytes of compressed files, by format.
  static let beginnings: [(name: String, bytes: [UInt8])] = [
    ("gzip", [0x1F, 0x8B, 0x08]),
    ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
    ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    ("lz4", [0x04, 0x22, 0x4D, 0x18]),
    ("lzip", [0x4C, 0x5A, 0x49, 0x50]),
    ("compress", [0x1F, 0x9D]),
  ]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    if Self.beginnings.contains(where: { head.starts(with: $0.bytes) }) { return true }
    // bzip2: "BZh", the size of a block, and the digits of pi or of its root at the end.
    let start = Array(head.prefix(10))
    guard start.count == 10, start.starts(with: [0x42, 0x5A, 0x68]),
      (0x31...0x39).contains(start[3])
    else { return false }
    return start[4...] == [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
      || start[4...] == [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
  }

  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError) {
    let inner = try sink.inner(of: file, in: bytes)
    let archive = try ArchiveStream(
      bytes, of: file, contents: .compressedFile, into: inner)
    guard try archive.next() != nil else { throw ReadingError(path: file, problem: .empty) }
    try inner.splitters.split(archive.bytes, of: file, into: inner)
  }
}
