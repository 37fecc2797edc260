/// How much of a block stands in the article's words as the page gives them to machines.
struct ShingleMatch {
  private var shingles = Set<UInt64>()

  init(_ text: [UInt8]) {
    Self.visit(text, TextSpan(0, text.count)) { shingles.insert($0) }
  }

  /// The share of runs of three words that stand there, too; nil where there are fewer words.
  func share(of span: TextSpan, in text: [UInt8]) -> Float? {
    var all: Float = 0
    var found: Float = 0
    Self.visit(text, span) { shingle in
      all += 1
      if shingles.contains(shingle) { found += 1 }
    }
    return all == 0 ? nil : found / all
  }

  /// Runs of three words by their letters and digits.
  private static func visit(_ text: [UInt8], _ span: TextSpan, _ put: (UInt64) -> Void) {
    var last: (UInt64, UInt64) = (0, 0)
    var count = 0
    var hash: UInt64 = 0
    func end() {
      guard hash != 0 else { return }
      count += 1
      if count >= 3 { put((last.0 &* 31 &+ last.1) &* 31 &+ hash) }
      last = (last.1, hash)
      hash = 0
    }
    for at in span.range {
      let byte = text[at]
      // No-break spaces and typographic marks part words in one text and not in the other.
      if Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0xC3 && byte != 0xE2 {
        hash = (hash ^ UInt64(Bytes.lower(byte))) &* 1_099_511_628_211 &+ 1
      } else if byte < 0x80 {
        end()
      }
    }
    end()
  }
}
