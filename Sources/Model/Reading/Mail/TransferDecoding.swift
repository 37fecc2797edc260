/// The encodings in which mail and old feeds send bytes as letters.
enum TransferDecoding {
  /// Bytes out of base64 (RFC 2045): what belongs to no alphabet is passed over; nil where most of
  /// it does not.
  /// - Complexity: O(bytes).
  static func base64(_ text: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var held = 0
    var strange = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default:
        if byte == 0x3D { held = 0 } else if !Bytes.isSpace(byte) { strange += 1 }
        continue
      }
      bits = bits << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return strange > text.count / 4 ? nil : result
  }

  /// Bytes out of quoted-printable (RFC 2045).
  /// - Parameter isHeader: whether an underscore is a blank, as in words of headers (RFC 2047).
  /// - Complexity: O(bytes).
  static func quotedPrintable(_ text: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var i = text.startIndex
    while i < text.endIndex {
      let byte = text[i]
      i += 1
      if isHeader, byte == 0x5F {
        result.append(0x20)
      } else if byte != 0x3D {
        result.append(byte)
      } else if i + 1 < text.endIndex, let high = hex(text[i]), let low = hex(text[i + 1]) {
        result.append(high << 4 | low)
        i += 2
      } else {
        // A line that goes on: blanks at its end go with it.
        var end = i
        while end < text.endIndex, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0D {
          end += 1
        }
        if end < text.endIndex, text[end] == 0x0A {
          i = end + 1
        } else {
          result.append(byte)
        }
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
