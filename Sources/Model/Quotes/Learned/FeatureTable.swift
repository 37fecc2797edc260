/// Weights by the 32-bit hash of a feature: a table with open addressing in constant bytes.
///
/// Layout: UInt8 bits, UInt8 width (1 or 8), UInt16 0, UInt32 count, Float32 scale, UInt32 0;
/// UInt16[2^bits + 4] checks (the high half of the hash, or 1 if that is 0; 0 is free; the first four
/// stand again at the end); width 1: Int8[2^bits] weights; width 8: UInt16[2^bits] rows, then
/// Int8[count][8] weights. A weight is its Int8 times the scale.
///
/// Most features are unknown, so a look-up reads four checks at once and mostly nothing else.
struct FeatureTable {
  /// What one unit of a weight is worth.
  let scale: Float
  private let mask: UInt32
  private let checks: UnsafeRawPointer
  /// Width 1: the weights; width 8: the rows of the slots.
  private let slots: UnsafeRawPointer
  private let rows: UnsafeRawPointer

  init(_ reader: inout ModelReader, width: Int) throws(QuoteModel.Defect) {
    let bits = Int(try reader.number(UInt8.self))
    guard bits >= 3, bits <= 20, Int(try reader.number(UInt8.self)) == width else {
      throw .badTable
    }
    _ = try reader.number(UInt16.self)
    let count = Int(try reader.number(UInt32.self))
    scale = try reader.finite()
    _ = try reader.number(UInt32.self)
    let size = 1 << bits
    guard count <= size else { throw .badTable }
    mask = UInt32(size - 1)
    checks = try reader.take(2 * size + 8)
    slots = try reader.take(width == 1 ? size : 2 * size)
    rows = width == 1 ? slots : try reader.take(8 * count)
    // A search ends at a free slot: there must be one, and the copies must be copies.
    var hasFree = false
    for slot in 0..<size {
      hasFree = hasFree || check(slot) == 0
      guard width == 1 || check(slot) == 0 || row(slot) < count else { throw .badTable }
    }
    guard hasFree, (0..<4).allSatisfy({ check($0) == check(size + $0) }) else { throw .badTable }
  }

  private func check(_ slot: Int) -> UInt16 {
    UInt16(littleEndian: checks.loadUnaligned(fromByteOffset: 2 &* slot, as: UInt16.self))
  }

  @inline(__always)
  private func row(_ slot: Int) -> Int {
    Int(UInt16(littleEndian: slots.loadUnaligned(fromByteOffset: 2 &* slot, as: UInt16.self)))
  }

  /// The slot of a feature, or -1.
  @inline(__always)
  private func slot(_ hash: UInt32) -> Int {
    let ones: UInt64 = 0x0001_0001_0001_0001
    let highs: UInt64 = 0x8000_8000_8000_8000
    let pattern = UInt64(max(hash >> 16, 1)) &* ones
    var slot = Int(hash & mask)
    while true {
      let four = UInt64(
        littleEndian: checks.loadUnaligned(fromByteOffset: 2 &* slot, as: UInt64.self))
      // The lowest flag of each is exact: the first equal check, the first free slot.
      let difference = four ^ pattern
      let equal = (difference &- ones) & ~difference & highs
      let free = (four &- ones) & ~four & highs
      if equal | free != 0 {
        let (first, end) = (equal.trailingZeroBitCount, free.trailingZeroBitCount)
        return first < end ? (slot &+ first &>> 4) & Int(mask) : -1
      }
      slot = (slot &+ 4) & Int(mask)
    }
  }

  /// The weight of a feature in units of the scale; for width 1.
  @inline(__always)
  func weight(_ hash: UInt32) -> Int32 {
    let slot = slot(hash)
    return slot < 0 ? 0 : Int32(slots.load(fromByteOffset: slot, as: Int8.self))
  }

  /// Adds the weights of a feature for the labels 0 ... 6, in units of the scale; for width 8.
  /// Lane 7 stays as it is. At most 258 features fit into a sum.
  @inline(__always)
  func add(_ hash: UInt32, to sum: inout SIMD8<Int16>) {
    let slot = slot(hash)
    guard slot >= 0 else { return }
    let row = rows.loadUnaligned(fromByteOffset: row(slot) &* 8, as: SIMD8<Int8>.self)
    sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
  }
}

/// The hash of a feature: a template and two values.
enum FeatureHash {
  @inline(__always)
  static func mix(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt32 {
    var hash = template &* 0x9E37_79B1 &+ a
    hash = hash &* 0x85EB_CA6B &+ b
    hash ^= hash &>> 15
    hash = hash &* 0xC2B2_AE35
    hash ^= hash &>> 13
    return hash
  }

  /// The class 0 ... 11 of a distance >= 0.
  @inline(__always)
  static func bucket(_ distance: Int) -> UInt32 {
    if distance < 7 { return UInt32(truncatingIfNeeded: max(0, distance)) }
    if distance < 10 { return 7 }
    if distance < 15 { return 8 }
    if distance < 25 { return 9 }
    return distance < 45 ? 10 : 11
  }
}
