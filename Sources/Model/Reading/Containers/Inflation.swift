import CArchive

/// Unfolds what web servers compress: gzip, and deflate with and without zlib's header.
enum Inflation {
  /// What came of it.
  enum Outcome: Hashable {
    /// As far as it could be unfolded.
    case bytes([UInt8])
    /// It does not begin like compressed bytes.
    case notCompressed
    case tooLarge
  }

  /// Unfolds bytes; what is cut off gives what there is.
  static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> Outcome {
    // 47 is a window of 32 kB with a header of gzip or zlib, -15 without any.
    let first = inflated(bytes, window: 47, limit: limit)
    return first == .notCompressed ? inflated(bytes, window: -15, limit: limit) : first
  }

  private static func inflated(
    _ bytes: ArraySlice<UInt8>, window: Int32, limit: Int
  ) -> Outcome {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, window, ZLIB_VERSION, size) == Z_OK else { return .notCompressed }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var input = Array(bytes)
    let status = input.withUnsafeMutableBufferPointer { input -> Int32 in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(min(input.count, Int(UInt32.max)))
      while true {
        let (status, count) = piece.withUnsafeMutableBufferPointer { piece -> (Int32, Int) in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, piece.count - Int(stream.avail_out))
        }
        result += piece[..<count]
        if status != Z_OK || result.count > limit { return status }
        if count == 0, stream.avail_in == 0 { return status }
      }
    }
    if result.count > limit { return .tooLarge }
    if result.isEmpty, status != Z_STREAM_END { return .notCompressed }
    return .bytes(result)
  }
}
