import CQuoteModel

/// Weights by the 32-bit hash of a feature, in constant bytes.
///
/// Layout: UInt8 bits, UInt8 width (1 or 8), UInt16 0, UInt32 count, Float32 scale, UInt32 0;
/// UInt32[2^bits / 32]: is the bucket taken? UInt16[2^bits / 32]: how many are taken before these 32;
/// UInt16[count]: the low half of the hash, filled up to eight bytes; Int8[count], filled up, or
/// Int8[count][8]: weights. A weight is its Int8 times the scale.
struct FeatureTable {
  /// What one unit of a weight is worth.
  let scale: Float
  private let table: quote_table

  init(_ reader: inout ModelReader, width: Int) throws(QuoteModel.Defect) {
    let bits = Int(try reader.number(UInt8.self))
    guard bits >= 6, bits <= 20, Int(try reader.number(UInt8.self)) == width else {
      throw .badTable
    }
    _ = try reader.number(UInt16.self)
    let count = Int(try reader.number(UInt32.self))
    scale = try reader.finite()
    _ = try reader.number(UInt32.self)
    guard count > 0, count <= min(1 << bits, Int(UInt16.max)) else { throw .badTable }
    let words = 1 << (bits - 5)
    let taken = try reader.take(4 * words)
    let before = try reader.take(2 * words)
    let low = try reader.take((2 * count + 7) & ~7)
    let weights = try reader.take(width == 1 ? (count + 7) & ~7 : 8 * count)
    // No bucket may point beyond the weights.
    var sum = 0
    for word in 0..<words {
      guard before.loadUnaligned(fromByteOffset: 2 * word, as: UInt16.self) == sum else {
        throw .badTable
      }
      sum += taken.loadUnaligned(fromByteOffset: 4 * word, as: UInt32.self).nonzeroBitCount
      guard sum <= count else { throw .badTable }
    }
    table = quote_table(
      taken: taken.assumingMemoryBound(to: UInt32.self),
      before: before.assumingMemoryBound(to: UInt16.self),
      low: low.assumingMemoryBound(to: UInt16.self),
      weights: weights.assumingMemoryBound(to: Int8.self), shift: UInt32(32 - bits))
  }

  /// Adds the weights of the features to the sums of their owners, in units of the scale; for width 1.
  func add(_ batch: FeatureBatch, to sums: UnsafeMutablePointer<Int32>) {
    var features = batch.features
    withUnsafePointer(to: table) { quote_add($0, &features, sums) }
  }

  /// Adds the weights of the features for the labels 0 ... 6 to the sums of their owners, in units of
  /// the scale; for width 8. Lane 7 stays as it is.
  func add(_ batch: FeatureBatch, to sums: UnsafeMutablePointer<SIMD8<Int16>>) {
    var features = batch.features
    withUnsafePointer(to: table) {
      quote_add_rows(
        $0, &features, UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Int16.self))
    }
  }
}

/// Features to be looked up together, each with the index of the sum that its weight is added to.
struct FeatureBatch {
  /// How many numbers a batch of so many features needs; they must be initialised, with anything.
  static func size(_ capacity: Int) -> Int { 3 * (capacity + padding) }

  /// Features are read eight at a time.
  private static let padding = 8

  private let first: UnsafeMutablePointer<UInt32>
  private let second: UnsafeMutablePointer<UInt32>
  private let owners: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  /// The sum of the features that are added next.
  var owner: UInt32 = 0

  /// No features yet; `memory` has room for `size(capacity)`.
  init(_ memory: UnsafeMutablePointer<UInt32>, capacity: Int) {
    first = memory
    second = memory + (capacity + Self.padding)
    owners = memory + 2 * (capacity + Self.padding)
  }

  /// Adds a feature: a template and two values.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32) {
    first[count] = template &* 0x9E37_79B1 &+ a
    second[count] = b
    owners[count] = owner
    count &+= 1
  }

  /// Forgets all features.
  @inline(__always)
  mutating func clear() { count = 0 }

  fileprivate var features: quote_features {
    quote_features(first: first, second: second, owner: owners, count: count)
  }
}

/// Classes of numbers in features.
enum FeatureHash {
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
