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

  /// Looks a feature up and adds its slot to the hits if it is known.
  ///
  /// Whether it is known is hard to foresee, so nothing branches on it: the slot is always written,
  /// and counted only if it holds the feature.
  @inline(__always)
  func find(_ hash: UInt32, _ hits: inout FeatureHits) {
    let ones: UInt64 = 0x0001_0001_0001_0001
    let highs: UInt64 = 0x8000_8000_8000_8000
    let pattern = UInt64(max(hash &>> 16, 1)) &* ones
    var slot = hash & mask
    while true {
      let four = UInt64(
        littleEndian: checks.loadUnaligned(fromByteOffset: 2 &* Int(slot), as: UInt64.self))
      // The lowest flag of each is exact: the first free slot, the first equal check before it.
      let difference = four ^ pattern
      let free = (four &- ones) & ~four & highs
      let equal = (difference &- ones) & ~difference & highs & (free &- 1)
      let lane = UInt32(truncatingIfNeeded: equal.trailingZeroBitCount &>> 4)
      hits.slots[hits.count] = (slot &+ lane) & mask
      hits.count &+= equal != 0 ? 1 : 0
      if equal | free != 0 { return }
      slot = (slot &+ 4) & mask
    }
  }

  /// The sum of the weights of the hits in units of the scale; for width 1.
  @inline(__always)
  func weight(_ hits: FeatureHits) -> Int32 {
    var sum: Int32 = 0
    for i in 0..<hits.count {
      sum &+= Int32(slots.load(fromByteOffset: Int(hits.slots[i]), as: Int8.self))
    }
    return sum
  }

  /// The sums of the weights of the hits for the labels 0 ... 6, in units of the scale; for width 8.
  /// Lane 7 is 0.
  @inline(__always)
  func sum(_ hits: FeatureHits) -> SIMD8<Int16> {
    var sum = SIMD8<Int16>.zero
    for i in 0..<hits.count {
      let row = rows.loadUnaligned(
        fromByteOffset: row(Int(hits.slots[i])) &* 8, as: SIMD8<Int8>.self)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
    }
    return sum
  }
}

/// The slots of the known features of one thing. A sum of Int16 holds 258 weights.
struct FeatureHits {
  /// Room for the most features that are ever looked up before a sum is taken, and one more.
  static let capacity = 64

  let slots: UnsafeMutablePointer<UInt32>
  var count = 0

  /// No hits yet; `slots` must have room for `capacity`.
  @inline(__always)
  init(_ slots: UnsafeMutablePointer<UInt32>) { self.slots = slots }
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
