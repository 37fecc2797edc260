/// Findings as bytes.
enum FindingCodec {
  static func encode(_ problem: Finding.Problem) -> [UInt8] {
    var out = PackedWriter()
    switch problem {
    case .missing: out.number(0)
    case .permissionDenied: out.number(1)
    case .notARegularFile: out.number(2)
    case .empty: out.number(3)
    case .binary: out.number(4)
    case .invalidBytes(let count):
      out.number(5)
      out.signed(count)
    case .tooLarge(let limit):
      out.number(6)
      out.signed(limit)
    case .loop: out.number(7)
    case .system(let words):
      out.number(8)
      out.text(words)
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
    default: throw PackedReader.Damaged()
    }
  }
}
