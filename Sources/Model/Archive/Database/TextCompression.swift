import CZstd
import Synchronization

/// Compresses articles one by one with a dictionary of what they have in common.
///
/// A small text alone compresses to half; with a dictionary trained on the archive's own articles to a
/// third, and still each one can be read by itself. The first byte of a compressed article names its
/// dictionary, 0 for none.
final class TextCompression: Sendable {
  /// So many articles are looked at for a dictionary.
  static let samples = 1500
  /// The size of a dictionary in bytes (twice the usual one: more words of the archive).
  private static let dictionarySize = 262_144
  /// Where there is less text a dictionary of this share of it pays best.
  private static let dictionaryShare = 24
  private static let level: Int32 = 5

  private struct Dictionaries: @unchecked Sendable {
    // The pointers are made once, never changed, and freed by nobody but the owner's deinit.
    var newest: (number: UInt8, dictionary: OpaquePointer)?
    var forReading: [UInt8: OpaquePointer] = [:]
  }

  private let dictionaries = Mutex(Dictionaries())

  init() {}

  deinit {
    dictionaries.withLock {
      if let newest = $0.newest { ZSTD_freeCDict(newest.dictionary) }
      for dictionary in $0.forReading.values { ZSTD_freeDDict(dictionary) }
    }
  }

  /// Takes a dictionary; the one with the highest number is used from here on.
  func add(_ bytes: [UInt8], number: UInt8) {
    dictionaries.withLock { all in
      guard all.forReading[number] == nil,
        let reading = ZSTD_createDDict(bytes, bytes.count),
        let writing = ZSTD_createCDict(bytes, bytes.count, Self.level)
      else { return }
      all.forReading[number] = reading
      if let newest = all.newest {
        // Somebody may be compressing with it this moment; dictionaries are few.
        guard newest.number < number else { return ZSTD_freeCDict(writing).ignored }
      }
      all.newest = (number, writing)
    }
  }

  /// A dictionary for texts like these; nil where they have too little in common.
  static func train(on samples: [[UInt8]]) -> [UInt8]? {
    let sizes = samples.map(\.count)
    let joined = samples.flatMap(\.self)
    let isWhole = samples.count >= Self.samples
    let dictionarySize =
      isWhole ? Self.dictionarySize : min(Self.dictionarySize, joined.count / dictionaryShare)
    guard dictionarySize >= 1024 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: dictionarySize) { buffer, count in
      let size = ZDICT_trainFromBuffer(
        buffer.baseAddress, dictionarySize, joined, sizes, UInt32(sizes.count))
      count = ZDICT_isError(size) == 0 ? size : 0
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// A text, compressed.
  func compress(_ text: [UInt8]) -> [UInt8] {
    let newest = dictionaries.withLock { $0 }.newest
    let bound = ZSTD_compressBound(text.count) + 1
    return Contexts.withCompression { context in
      [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        guard let base = buffer.baseAddress else { return }
        base[0] = newest?.number ?? 0
        let size =
          if let newest {
            ZSTD_compress_usingCDict(
              context, base + 1, bound - 1, text, text.count, newest.dictionary)
          } else {
            ZSTD_compressCCtx(context, base + 1, bound - 1, text, text.count, Self.level)
          }
        count = ZSTD_isError(size) == 0 ? size + 1 : 0
      }
    }
  }

  /// The number of the dictionary that a compressed text needs; 0 for none.
  static func dictionary(of bytes: [UInt8]) -> UInt8 { bytes.first ?? 0 }

  /// Whether a dictionary is known.
  func knows(_ number: UInt8) -> Bool {
    number == 0 || dictionaries.withLock { $0.forReading[number] != nil }
  }

  /// The text of compressed bytes; nil where they are damaged.
  func decompress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let number = bytes.first, knows(number) else { return nil }
    let dictionary = dictionaries.withLock { $0 }.forReading[number]
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let size = ZSTD_getFrameContentSize(base + 1, bytes.count - 1)
      // An article is never larger than the largest file that is read.
      guard size < 1 << 31 else { return nil }
      var isSound = true
      let text = Contexts.withDecompression { context in
        [UInt8](unsafeUninitializedCapacity: Int(size)) { out, count in
          let got =
            if let dictionary {
              ZSTD_decompress_usingDDict(
                context, out.baseAddress, Int(size), base + 1, bytes.count - 1, dictionary)
            } else {
              ZSTD_decompressDCtx(
                context, out.baseAddress, Int(size), base + 1, bytes.count - 1)
            }
          isSound = ZSTD_isError(got) == 0
          count = isSound ? got : 0
        }
      }
      return isSound ? text : nil
    }
  }
}

/// Working memory of the library, kept for the next text.
private enum Contexts {
  private struct Kept: @unchecked Sendable {
    // A context is taken out while it is used, so that no two threads share one.
    var compression: [OpaquePointer] = []
    var decompression: [OpaquePointer] = []
  }
  private static let kept = Mutex(Kept())

  static func withCompression<R>(_ body: (OpaquePointer?) -> R) -> R {
    let context =
      kept.withLock { Kept(compression: $0.compression.popLast().map { [$0] } ?? []) }
      .compression.first ?? ZSTD_createCCtx()
    let result = body(context)
    if let context {
      let returned = Kept(compression: [context])
      kept.withLock { $0.compression += returned.compression }
    }
    return result
  }

  static func withDecompression<R>(_ body: (OpaquePointer?) -> R) -> R {
    let context =
      kept.withLock { Kept(decompression: $0.decompression.popLast().map { [$0] } ?? []) }
      .decompression.first ?? ZSTD_createDCtx()
    let result = body(context)
    if let context {
      let returned = Kept(decompression: [context])
      kept.withLock { $0.decompression += returned.decompression }
    }
    return result
  }
}

extension Int {
  /// A result that nobody needs.
  fileprivate var ignored: Void { () }
}
