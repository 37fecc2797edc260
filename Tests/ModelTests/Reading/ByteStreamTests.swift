import Testing

@testable import Model
@testable import TestSupport

@Suite struct ByteStreamTests {
  private let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }

  @Test(arguments: [1, 2, 3, 7, 100, 5_000])
  func `takes what was asked for, whatever the pieces`(pieces: Int) throws {
    let stream = ByteStream(bytes, pieces: pieces)
    #expect(Array(try stream.peek(10)) == Array(bytes[..<10]))
    #expect(try stream.take(3) == Array(bytes[..<3]))
    #expect(Array(try stream.peek(500)) == Array(bytes[3..<503]))
    #expect(try stream.skip(400) == 400)
    #expect(stream.taken == 403)
    #expect(try stream.take(200) == Array(bytes[403..<603]))
    #expect(try stream.take(1_000) == Array(bytes[603...]))
    #expect(stream.taken == 1_000)
    #expect(try stream.take(1) == [])
    #expect(try stream.peek(1).isEmpty)
    #expect(try stream.skip(5) == 0)
    #expect(try stream.takePiece() == nil)
  }

  @Test(arguments: [1, 2, 5, 1_000])
  func `pieces are all the bytes once`(pieces: Int) throws {
    let stream = ByteStream(bytes, pieces: pieces)
    var all: [UInt8] = []
    _ = try stream.peek(20)
    while let piece = try stream.takePiece() { all += piece }
    #expect(all == bytes)
  }

  @Test(arguments: [1, 2, 3, 4, 100])
  func `lines go over the borders of pieces`(pieces: Int) throws {
    let stream = ByteStream(Array("one\n\ntwo two\nthree".utf8), pieces: pieces)
    var lines: [String] = []
    while let taken = try stream.takeLine(limit: 20) {
      guard case .line(let line) = taken else { continue }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    #expect(lines == ["one", "", "two two", "three"])
  }

  @Test(arguments: [1, 2, 3, 4, 6, 100])
  func `lines longer than the limit are passed over`(pieces: Int) throws {
    let text = "short\nmuch too long\nfive5\nsix666\nends too long"
    let stream = ByteStream(Array(text.utf8), pieces: pieces)
    var lines: [String?] = []
    while let taken = try stream.takeLine(limit: 5) {
      switch taken {
      case .line(let line): lines.append(String(decoding: line, as: UTF8.self))
      case .tooLong: lines.append(nil)
      }
    }
    #expect(lines == ["short", nil, "five5", nil, nil])
  }

  @Test(arguments: [1, 7, 2_000])
  func `the rest is refused where it is larger than the limit`(pieces: Int) throws {
    let stream = ByteStream(bytes, pieces: pieces)
    _ = try stream.take(100)
    #expect(try stream.takeRest(limit: 900) == Array(bytes[100...]))
    #expect(try ByteStream(bytes, pieces: pieces).takeRest(limit: 999) == nil)
  }

  @Test(arguments: [1, 3, 64])
  func `copies into memory of the caller's own`(pieces: Int) throws {
    let stream = ByteStream(bytes, pieces: pieces)
    let target = UnsafeMutableRawBufferPointer.allocate(byteCount: 48, alignment: 1)
    defer { target.deallocate() }
    var all: [UInt8] = []
    while true {
      let count = try stream.read(into: target)
      if count == 0 { break }
      all += target[..<count]
    }
    #expect(all == bytes)
  }

  @Test func `an error comes behind what was read before it`() throws {
    var calls = 0
    let stream = ByteStream { (buffer: inout [UInt8]) throws(ReadingError) in
      calls += 1
      if calls > 1 { throw ReadingError(path: "x", problem: .damaged("cut")) }
      buffer += Array("one\ntwo".utf8)
    }
    #expect(try stream.takeLine(limit: 10) == .line(Array("one".utf8)))
    #expect(throws: ReadingError(path: "x", problem: .damaged("cut"))) {
      try stream.takeLine(limit: 10)
    }
  }
}
