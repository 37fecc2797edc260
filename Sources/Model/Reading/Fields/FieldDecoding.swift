/// The bytes of a record as UTF-8 without NUL.
enum FieldDecoding {
  /// Decodes an item; what cannot be decoded becomes U+FFFD and is counted.
  /// - Complexity: O(bytes); what is valid already is returned as it is.
  static func text(
    of item: RawItem, mendsDoubleEncoding mends: Bool = false
  ) -> (bytes: [UInt8], invalid: Int) {
    var (bytes, invalid) = UTF8Decoding.repaired(item.bytes)
    if invalid > 0 || mends {
      let decoded = TextDecoding.decoded(
        item.bytes, declared: item.hints.charset, mendsDoubleEncoding: mends)
      (bytes, invalid) = (decoded.bytes, decoded.invalid)
    }
    guard bytes.firstOffset(of: 0, from: 0) != nil else { return (bytes, invalid) }
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if byte == 0 {
        mended += [0xEF, 0xBF, 0xBD]
        invalid += 1
      } else {
        mended.append(byte)
      }
    }
    return (mended, invalid)
  }

  /// What is said about places that could not be decoded.
  static func findings(of item: RawItem, invalid: Int) -> [Finding] {
    invalid == 0 ? [] : [Finding(path: item.file, problem: .invalidBytes(invalid))]
  }
}
