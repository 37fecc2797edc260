/// Findings as bytes: a number for the problem, then what it holds.
enum FindingCodec {
  static func encode(_ problem: Finding.Problem) -> [UInt8] {
    var out = PackedWriter()
    func put(_ number: Int, _ value: Int) {
      out.number(number)
      out.signed(value)
    }
    func put(_ number: Int, _ words: String) {
      out.number(number)
      out.text(words)
    }
    switch problem {
    case .missing: out.number(0)
    case .permissionDenied: out.number(1)
    case .notARegularFile: out.number(2)
    case .empty: out.number(3)
    case .binary: out.number(4)
    case .invalidBytes(let count): put(5, count)
    case .tooLarge(let limit): put(6, limit)
    case .loop: out.number(7)
    case .system(let words): put(8, words)
    case .doubleEncoded: out.number(9)
    case .damaged(let words): put(10, words)
    case .encrypted: out.number(11)
    case .nestedTooDeep(let limit): put(12, limit)
    case .unfoldsTooFar(let bytes): put(13, bytes)
    case .unfoldsTooMuch(let ratio): put(14, ratio)
    case .malformed(let place, let words):
      out.number(15)
      encode(place, to: &out)
      out.text(words)
    case .itemTooLarge(let place, let limit):
      out.number(16)
      encode(place, to: &out)
      out.signed(limit)
    case .textTooLarge(let limit): put(17, limit)
    case .passedOver(let words): put(18, words)
    case .unsupported(let words): put(19, words)
    case .tooIntricate(let limit): put(20, limit)
    case .tagsTooDeep(let count): put(21, count)
    }
    return out.bytes
  }

  static func decode(_ bytes: [UInt8]) throws(PackedReader.Damaged) -> Finding.Problem {
    var input = PackedReader(bytes)
    switch try input.number() {
    case 0: return .missing
    case 1: return .permissionDenied
    case 2: return .notARegularFile
    case 3: return .empty
    case 4: return .binary
    case 5: return .invalidBytes(try input.signed())
    case 6: return .tooLarge(limit: try input.signed())
    case 7: return .loop
    case 8: return .system(try input.text())
    case 9: return .doubleEncoded
    case 10: return .damaged(try input.text())
    case 11: return .encrypted
    case 12: return .nestedTooDeep(limit: try input.signed())
    case 13: return .unfoldsTooFar(bytes: try input.signed())
    case 14: return .unfoldsTooMuch(ratio: try input.signed())
    case 15:
      let place = try place(&input)
      return .malformed(place, try input.text())
    case 16:
      let place = try place(&input)
      return .itemTooLarge(place, limit: try input.signed())
    case 17: return .textTooLarge(limit: try input.signed())
    case 18: return .passedOver(try input.text())
    case 19: return .unsupported(try input.text())
    case 20: return .tooIntricate(limit: try input.signed())
    case 21: return .tagsTooDeep(try input.signed())
    default: throw PackedReader.Damaged()
    }
  }

  private static func encode(_ place: Finding.Place, to out: inout PackedWriter) {
    switch place {
    case .line(let number): out.signed(number << 1)
    case .record(let number): out.signed(number << 1 | 1)
    }
  }

  private static func place(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> Finding.Place {
    let packed = try input.signed()
    return packed & 1 == 0 ? .line(packed >> 1) : .record(packed >> 1)
  }
}
