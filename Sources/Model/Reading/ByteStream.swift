import Glibc

/// Bytes that come in pieces, with a look ahead; used by one thread at a time.
///
/// What is held in memory is what was looked at ahead and not more than one piece behind it.
public final class ByteStream {
  /// Appends the next piece to the bytes; appends nothing at the end.
  public typealias Fill = (inout [UInt8]) throws(ReadingError) -> Void

  private let fill: Fill
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// How many bytes were taken so far.
  public private(set) var taken = 0

  /// A stream that asks `fill` for pieces.
  public init(_ fill: @escaping Fill) { self.fill = fill }

  /// A stream of bytes in memory.
  public convenience init(_ bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init { buffer in
      guard let bytes = rest else { return }
      rest = nil
      if buffer.isEmpty { buffer = bytes } else { buffer += bytes }
    }
  }

  /// The bytes that are in memory.
  private var held: Int { buffer.count - start }

  /// Sees to it that so many bytes are in memory, or all that remain.
  private func hold(_ count: Int) throws(ReadingError) {
    while held < count, !isAtEnd { try more() }
  }

  /// Takes one more piece in.
  private func more() throws(ReadingError) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    let before = buffer.count
    try fill(&buffer)
    isAtEnd = buffer.count == before
  }

  /// The next bytes, at most so many, without taking them.
  public func peek(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    try hold(count)
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// Takes the next bytes, at most so many; empty at the end.
  public func take(_ count: Int) throws(ReadingError) -> [UInt8] {
    try hold(count)
    let bytes = Array(buffer[start..<min(buffer.count, start + count)])
    advance(bytes.count)
    return bytes
  }

  /// Takes what the next piece holds, without copying more than needed; nil at the end.
  public func takePiece() throws(ReadingError) -> ArraySlice<UInt8>? {
    if held == 0 { try hold(1) }
    guard held > 0 else { return nil }
    let piece = buffer[start...]
    advance(piece.count)
    return piece
  }

  /// Takes bytes into memory of the caller's own; 0 at the end.
  public func read(into target: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    if held == 0 { try hold(1) }
    let count = min(held, target.count)
    guard count > 0, let base = target.baseAddress else { return 0 }
    buffer.withUnsafeBytes { base.copyMemory(from: $0.baseAddress! + start, byteCount: count) }
    advance(count)
    return count
  }

  /// Passes over bytes without holding them.
  /// - Returns: how many there were; fewer than asked for at the end.
  public func skip(_ count: Int) throws(ReadingError) -> Int {
    var left = count
    while left > 0 {
      if held == 0 { try hold(1) }
      let step = min(held, left)
      if step == 0 { break }
      advance(step)
      left -= step
    }
    return count - left
  }

  /// One line.
  public enum TakenLine: Hashable, Sendable {
    /// Without its line feed.
    case line([UInt8])
    /// Longer than the limit; it was passed over.
    case tooLong
  }

  /// Takes bytes up to and with the next line feed; nil at the end.
  /// - Parameter limit: the most bytes of a line; a longer one is passed over without being held.
  public func takeLine(limit: Int) throws(ReadingError) -> TakenLine? {
    var searched = 0
    while true {
      if let found = buffer[(start + searched)...].firstIndex(ofByte: 0x0A) {
        let line = found - start > limit ? nil : Array(buffer[start..<found])
        advance(found + 1 - start)
        return line.map { .line($0) } ?? .tooLong
      }
      searched = held
      if isAtEnd {
        guard held > 0 else { return nil }
        let line = searched > limit ? nil : Array(buffer[start...])
        advance(searched)
        return line.map { .line($0) } ?? .tooLong
      }
      if searched > limit {
        try skipLine()
        return .tooLong
      }
      try more()
    }
  }

  /// Passes over everything up to and with the next line feed.
  private func skipLine() throws(ReadingError) {
    while true {
      if let found = buffer[start...].firstIndex(ofByte: 0x0A) {
        advance(found + 1 - start)
        return
      }
      advance(held)
      if isAtEnd { return }
      try more()
    }
  }

  /// Takes everything that remains; nil where that is more than the limit.
  public func takeRest(limit: Int) throws(ReadingError) -> [UInt8]? {
    while !isAtEnd {
      if held > limit { return nil }
      try more()
    }
    if held > limit { return nil }
    let bytes = start == 0 ? buffer : Array(buffer[start...])
    advance(held)
    buffer = []
    start = 0
    return bytes
  }

  private func advance(_ count: Int) {
    start += count
    taken += count
  }
}

extension ArraySlice<UInt8> {
  /// The first index of a byte.
  fileprivate func firstIndex(ofByte byte: UInt8) -> Int? {
    withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let hit = memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return startIndex + (UnsafeRawPointer(hit) - UnsafeRawPointer(base))
    }
  }
}
