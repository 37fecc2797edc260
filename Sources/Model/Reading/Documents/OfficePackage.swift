/// The parts of an office document: a zip with files of fixed names.
struct OfficePackage {
  /// Whether bytes begin like the zip of an office document, by the name of its first member.
  static func isOffice(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]), head.count >= 60 else { return false }
    let at = head.startIndex
    let length = Int(head[at + 26]) | Int(head[at + 27]) << 8
    let name = head[(at + 30)...].prefix(length)
    let rest = head[(at + 30)...].dropFirst(length).prefix(200)
    if name.elementsEqual("mimetype".utf8) {
      // OpenDocument keeps its type at a fixed place; EPUB is read as the archive that it is.
      return String(decoding: rest, as: UTF8.self).contains("opendocument")
    }
    return ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "docProps/app.xml"]
      .contains(String(decoding: name, as: UTF8.self))
  }

  private var parts: [String: [UInt8]] = [:]

  /// The bytes of a part.
  subscript(name: String) -> [UInt8]? { parts[name] }

  /// Takes the parts of these names.
  /// - Throws: why the zip cannot be read.
  init(_ item: RawItem, names: Set<String>, options: ReadingOptions) throws(ReadingError) {
    let bytes = ByteStream(item.bytes)
    let sink = ItemSink(options: options, take: { _ in }, note: { _ in })
    _ = try sink.inner(of: item.file, in: bytes)
    let archive = try ArchiveStream(bytes, of: item.file, contents: .members, into: sink)
    while parts.count < names.count, let member = try archive.next() {
      guard names.contains(member.name) else { continue }
      if member.isEncrypted { throw item.error(.encrypted) }
      guard let part = try archive.bytes.takeRest(limit: options.largestItem) else {
        throw item.error(.tooLarge(limit: options.largestItem))
      }
      parts[member.name] = part
    }
  }
}
