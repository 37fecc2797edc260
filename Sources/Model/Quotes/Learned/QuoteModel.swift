import CQuoteModel

/// The weights of the quote model, read in place from constant bytes.
///
/// Layout, little-endian, every part a multiple of eight bytes but for the first:
/// - `ORQ3`; Float32: bias of stage 1, bias of stage 3, least score of a cue word, of an
///   attribution, of an attribution for a quotation left over;
/// - Float32[8][8]: transition from label (row; 7 is the start) to label (column; 7 is unused);
/// - the lexicon: UInt32 bits, 0; UInt32[2^bits] word hashes (0 is free; linear probing from the low
///   bits); UInt8[2^bits] whether the word may be a cue; UInt8[2^bits] share of speech, 0 ... 255;
/// - three `FeatureTable`s: stage 1 (one weight), stage 2 (one weight for each label), stage 3 (one).
struct QuoteModel: @unchecked Sendable {  // Only pointers to bytes that nothing changes.
  /// Why bytes are no model.
  enum Defect: Error {
    case noModel
    case tooShort
    case badTable
    case badNumber
  }

  /// What the lexicon says of a word.
  struct Entry {
    var mayBeCue: Bool
    /// The share of speech among what the word introduces, 0 ... 255.
    var speechness: UInt8
  }

  let cueBias: Float
  let attributionBias: Float
  let leastCueScore: Float
  let leastScore: Float
  let leastScoreOfRest: Float
  /// Stage 1, logits for a cue word.
  let cueTable: FeatureTable
  /// Stage 2, weights of the seven labels.
  let labelTable: FeatureTable
  /// Stage 3, logits for an attribution.
  let attributionTable: FeatureTable
  private let transitionBytes: UnsafeRawPointer
  private let lexicon: UnsafeRawPointer
  private let lexiconMask: UInt32

  /// The model in the binary; nil only if the binary was built with a broken one.
  static let embedded = try? QuoteModel(embeddedBytes)

  /// The bytes of the model in the binary.
  static var embeddedBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: quote_model_bytes(), count: quote_model_length())
  }

  /// Reads a model; the bytes must live and stay as they are for as long as the model is used.
  init(_ bytes: UnsafeRawBufferPointer) throws(Defect) {
    var reader = ModelReader(bytes: bytes)
    guard try reader.number(UInt32.self) == 0x3351_524F else { throw .noModel }
    cueBias = try reader.finite()
    attributionBias = try reader.finite()
    leastCueScore = try reader.finite()
    leastScore = try reader.finite()
    leastScoreOfRest = try reader.finite()
    var transitions = reader
    for _ in 0..<64 { _ = try transitions.finite(below: 50) }
    transitionBytes = try reader.take(64 * 4)
    let bits = try reader.number(UInt32.self)
    guard bits >= 3, bits <= 20 else { throw .badTable }
    _ = try reader.number(UInt32.self)
    lexiconMask = 1 << bits - 1
    lexicon = try reader.take(6 << Int(bits))
    let slots = UnsafeRawBufferPointer(start: lexicon, count: 4 << Int(bits))
    guard
      stride(from: 0, to: slots.count, by: 4).contains(where: {
        slots.loadUnaligned(fromByteOffset: $0, as: UInt32.self) == 0
      })
    else { throw .badTable }
    cueTable = try FeatureTable(&reader, width: 1)
    labelTable = try FeatureTable(&reader, width: 8)
    attributionTable = try FeatureTable(&reader, width: 1)
  }

  /// The transition from one label (7: the start) to the seven labels; the eighth lane is 0.
  func transitions(from label: Int) -> SIMD8<Float> {
    var row = SIMD8<Float>(repeating: 0)
    for lane in 0..<7 {
      let offset = (label & 7) * 32 + lane * 4
      let bits = transitionBytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      row[lane] = Float(bitPattern: UInt32(littleEndian: bits))
    }
    return row
  }

  /// What the lexicon says of a word, by its hash.
  @inline(__always)
  func entry(for word: UInt32) -> Entry? {
    var slot = Int(word & lexiconMask)
    while true {
      let hash = UInt32(
        littleEndian: lexicon.loadUnaligned(fromByteOffset: slot &* 4, as: UInt32.self))
      if hash == 0 { return nil }
      if hash == word { break }
      slot = (slot &+ 1) & Int(lexiconMask)
    }
    let size = Int(lexiconMask) &+ 1
    return Entry(
      mayBeCue: lexicon.load(fromByteOffset: size &* 4 &+ slot, as: UInt8.self) != 0,
      speechness: lexicon.load(fromByteOffset: size &* 5 &+ slot, as: UInt8.self))
  }
}

/// Reads numbers and blocks from the bytes of a model, and never beyond them.
struct ModelReader {
  let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next `count` bytes.
  mutating func take(_ count: Int) throws(QuoteModel.Defect) -> UnsafeRawPointer {
    guard let base = bytes.baseAddress, count >= 0, bytes.count - offset >= count else {
      throw .tooShort
    }
    defer { offset += count }
    return base + offset
  }

  /// The next integer.
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(QuoteModel.Defect) -> Number {
    Number(littleEndian: try take(MemoryLayout<Number>.size).loadUnaligned(as: type))
  }

  /// The next Float32, which must be a number of moderate size.
  mutating func finite(below limit: Float = 1e3) throws(QuoteModel.Defect) -> Float {
    let number = Float(bitPattern: try number(UInt32.self))
    guard number.isFinite, abs(number) < limit else { throw .badNumber }
    return number
  }
}
