import CArchive

/// A container that libarchive reads from a stream, member by member; used by one thread at a time.
final class ArchiveStream {
  /// What is inside one.
  enum Contents: Sendable {
    /// Files with names: zip, tar and their kin.
    case members
    /// One file, compressed.
    case compressedFile
  }

  /// A file inside an archive.
  struct Member {
    /// The name as it stands in the archive; not to be trusted.
    var name: String
    var isFile: Bool
    var isEncrypted: Bool
  }

  private static let pieceSize = 1 << 16

  private let path: String
  private let archive: OpaquePointer
  private let source: ByteSource
  private let sink: ItemSink
  /// Whether nothing more can be read.
  private(set) var isBroken = false

  /// Opens an archive.
  /// - Throws: why it cannot be read.
  init(
    _ bytes: ByteStream, of path: String, contents: Contents, into sink: ItemSink
  ) throws(ReadingError) {
    guard let archive = archive_read_new() else {
      throw ReadingError(path: path, problem: .system("out of memory"))
    }
    self.path = path
    self.archive = archive
    self.sink = sink
    source = ByteSource(bytes)
    switch contents {
    case .members:
      // 7z needs to seek, which a stream cannot.
      archive_read_support_format_zip_streamable(archive)
      archive_read_support_format_tar(archive)
      archive_read_support_format_cpio(archive)
      archive_read_support_format_ar(archive)
    case .compressedFile:
      archive_read_support_format_raw(archive)
      archive_read_support_filter_gzip(archive)
      archive_read_support_filter_bzip2(archive)
      archive_read_support_filter_xz(archive)
      archive_read_support_filter_lzma(archive)
      archive_read_support_filter_lzip(archive)
      archive_read_support_filter_zstd(archive)
      archive_read_support_filter_lz4(archive)
      archive_read_support_filter_compress(archive)
    }
    let status = archive_read_open(
      archive, Unmanaged.passUnretained(source).toOpaque(), nil,
      { _, data, piece in
        guard let data else { return -1 }
        return Unmanaged<ByteSource>.fromOpaque(data).takeUnretainedValue().next(piece)
      }, nil)
    guard status >= ARCHIVE_WARN else { throw failure(status) }
  }

  deinit { archive_read_free(archive) }

  /// Goes to the next member; nil at the end.
  /// - Throws: why there is no further one to be read.
  func next() throws(ReadingError) -> Member? {
    var entry: OpaquePointer?
    var status = ARCHIVE_RETRY
    while status == ARCHIVE_RETRY { status = archive_read_next_header(archive, &entry) }
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry else { throw failure(status) }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Member(
      name: name.map { String(cString: $0) } ?? "",
      isFile: archive_entry_filetype(entry) == 0o100000 && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// What the member holds, unfolded.
  var bytes: ByteStream {
    ByteStream { (buffer: inout [UInt8]) throws(ReadingError) in
      var status = 0
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { piece, count in
        repeat {
          status = archive_read_data(self.archive, piece.baseAddress, Self.pieceSize)
        } while status == Int(ARCHIVE_RETRY)
        count = max(0, status)
      }
      guard status >= 0 else { throw self.failure(Int32(status)) }
      try self.sink.unfold(piece.count, of: self.path)
      if buffer.isEmpty { buffer = piece } else { buffer += piece }
    }
  }

  /// The reason for the last error.
  private func failure(_ status: Int32) -> ReadingError {
    if status <= ARCHIVE_FATAL { isBroken = true }
    if let error = source.error { return error }
    let words = archive_error_string(archive).map { String(cString: $0) } ?? ""
    return ReadingError(path: path, problem: .damaged(words))
  }

  /// Hands the bytes of a stream to libarchive.
  private final class ByteSource {
    private let bytes: ByteStream
    private let piece = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ArchiveStream.pieceSize, alignment: 16)
    private(set) var error: ReadingError?

    init(_ bytes: ByteStream) { self.bytes = bytes }

    deinit { piece.deallocate() }

    /// The next piece; it lives until the next one is asked for.
    func next(_ pointer: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
      do throws(ReadingError) {
        let count = try bytes.read(into: piece)
        pointer?.pointee = UnsafeRawPointer(piece.baseAddress)
        return count
      } catch {
        self.error = error
        return -1
      }
    }
  }
}
