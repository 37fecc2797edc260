/// Cuts archives of files: zip, tar, cpio, ar. Nothing is ever written to the disk.
struct ArchiveSplitter: ItemSplitter {
  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    Self.isArchive(head) && !OfficePackage.isOffice(head)
  }

  /// Whether bytes begin like an archive that can be read from its beginning to its end.
  static func isArchive(_ head: ArraySlice<UInt8>) -> Bool {
    let beginnings: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B],
      Array("070701".utf8), Array("070702".utf8), Array("070707".utf8), Array("!<arch>\n".utf8),
    ]
    if beginnings.contains(where: head.starts(with:)) { return true }
    return isTar(head)
  }

  /// A tar has a header of 512 bytes with a sum over it in octal digits (POSIX `ustar`, and the
  /// older form without that word).
  private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 512 else { return false }
    let header = Array(head.prefix(512))
    var stated = 0
    var digits = 0
    for byte in header[148..<156] {
      if (0x30...0x37).contains(byte) {
        stated = stated * 8 + Int(byte - 0x30)
        digits += 1
      } else if digits > 0 {
        break
      }
    }
    guard digits > 0, header[0] != 0 else { return false }
    var sum = 8 * 0x20
    for (index, byte) in header.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
    return sum == stated
  }

  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError) {
    let inner = try sink.inner(of: file, in: bytes)
    let archive = try ArchiveStream(
      bytes, of: file, contents: .members, into: inner)
    while !sink.isCancelled, let member = try archive.next() {
      guard member.isFile, let name = MemberName.shown(member.name) else { continue }
      let path = file + "/" + name
      if member.isEncrypted {
        sink.put(Finding(path: path, problem: .encrypted))
        continue
      }
      do throws(ReadingError) {
        try inner.splitters.split(archive.bytes, of: path, into: inner)
      } catch {
        if archive.isBroken || error.finding.problem.endsArchive { throw error }
        sink.put(Finding(path: path, problem: error.finding.problem))
      }
    }
  }
}

/// The names of files inside archives, as they are shown.
enum MemberName {
  /// The parts of a name without `..`, `.` and empty ones, so that it cannot point outside; nil where
  /// nothing remains, and for files that are hidden or that systems add.
  static func shown(_ name: String) -> String? {
    let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
      .filter { $0 != "." && $0 != ".." }
    guard !parts.isEmpty, !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) else {
      return nil
    }
    return parts.joined(separator: "/")
  }
}
