import Glibc

/// Eight numbers at a time.
enum FastMath {
  /// The greater of each pair.
  @inline(__always)
  static func max(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    a.replacing(with: b, where: b .> a)
  }

  /// The greatest of eight.
  @inline(__always)
  static func greatest(_ row: SIMD8<Float>) -> Float {
    let four = row.lowHalf.replacing(with: row.highHalf, where: row.highHalf .> row.lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return two[0] > two[1] ? two[0] : two[1]
  }

  /// e to the power of each, to seven digits; 0 below -87, at most e^87.
  @inline(__always)
  static func exp(_ exponents: SIMD8<Float>) -> SIMD8<Float> {
    let least = exponents.replacing(with: -87, where: exponents .< -87)
    let x = least.replacing(with: 87, where: least .> 87)
    // x = n ln 2 + r with |r| <= ln 2 / 2; adding 1.5 * 2^23 rounds to a whole number.
    let shifted = x * 1.442_695 + 12_582_912
    let n = shifted - 12_582_912
    let r = x - n * 0.693_359_4 + n * 2.121_944_4e-4
    var e = r * 1.388_888_9e-3 + 8.333_333e-3
    e = e * r + 4.166_666_6e-2
    e = e * r + 0.166_666_67
    e = e * r + 0.5
    e = e * r + 1
    e = e * r + 1
    let bits = unsafeBitCast(shifted, to: SIMD8<UInt32>.self)
    let power = (bits &- 0x4B40_0000 &+ 127) &<< 23
    let result = e * unsafeBitCast(power, to: SIMD8<Float>.self)
    return result.replacing(with: 0, where: exponents .< -87)
  }

  static func log(_ x: Double) -> Double { Glibc.log(x) }

  static func exp(_ x: Double) -> Double { Glibc.exp(x) }
}
