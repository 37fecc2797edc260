/// Read-only pointers to the columns of `ModelTokens`, and what follows from them.
///
/// Valid only inside `ModelTokens.withView`. Indices must lie in 0 ..< count; the running counts
/// have one entry more: entry i counts what stands before token i.
struct TokenView {
  typealias Shape = ModelTokens.Shape

  let count: Int
  let start: UnsafePointer<Int32>
  let end: UnsafePointer<Int32>
  let word: UnsafePointer<UInt32>
  let suffix: UnsafePointer<UInt32>
  let shape: UnsafePointer<UInt8>
  let flags: UnsafePointer<UInt8>
  let sentence: UnsafePointer<Int32>
  let paragraph: UnsafePointer<Int32>
  /// The first token of each sentence, and the number of tokens at the end.
  let sentenceStart: UnsafePointer<Int32>
  /// The first token of each paragraph, and the number of tokens at the end.
  let paragraphStart: UnsafePointer<Int32>
  let derived: UnsafeMutablePointer<Int32>

  /// How many derived columns there are.
  static let columns = 10

  @inline(__always)
  private func column(_ number: Int) -> UnsafeMutablePointer<Int32> {
    derived + number &* (count &+ 1)
  }

  /// The delimiter itself, or the first token after the last delimiter of the sentence.
  var segment: UnsafeMutablePointer<Int32> { @inline(__always) get { column(0) } }
  /// The first token of the quotation, or -1 outside.
  var quotationStart: UnsafeMutablePointer<Int32> { @inline(__always) get { column(1) } }
  /// The last token of the quotation, or -1 outside.
  var quotationEnd: UnsafeMutablePointer<Int32> { @inline(__always) get { column(2) } }
  /// Running counts: commas outside quotation marks.
  var commas: UnsafeMutablePointer<Int32> { @inline(__always) get { column(3) } }
  /// Running counts: double quotation marks.
  var marks: UnsafeMutablePointer<Int32> { @inline(__always) get { column(4) } }
  /// Running counts: words that begin clauses, outside quotation marks.
  var clauses: UnsafeMutablePointer<Int32> { @inline(__always) get { column(5) } }
  /// Running counts: delimiters.
  var delimiters: UnsafeMutablePointer<Int32> { @inline(__always) get { column(6) } }
  /// Running counts: words.
  var words: UnsafeMutablePointer<Int32> { @inline(__always) get { column(7) } }
  /// Running counts: cue words; filled by `CueScorer`.
  var cues: UnsafeMutablePointer<Int32> { @inline(__always) get { column(8) } }
  /// Running counts: cue words outside quotation marks; filled by `CueScorer`.
  var freeCues: UnsafeMutablePointer<Int32> { @inline(__always) get { column(9) } }

  @inline(__always)
  func isQuoted(_ i: Int) -> Bool { flags[i] & ModelTokens.Flag.quoted != 0 }

  /// The first token of the sentence of token i.
  @inline(__always)
  func sentenceLow(_ i: Int) -> Int { Int(sentenceStart[Int(sentence[i])]) }

  /// One past the last token of the sentence of token i.
  @inline(__always)
  func sentenceHigh(_ i: Int) -> Int { Int(sentenceStart[Int(sentence[i]) &+ 1]) }

  /// The first token of the paragraph of token i.
  @inline(__always)
  func paragraphLow(_ i: Int) -> Int { Int(paragraphStart[Int(paragraph[i])]) }

  /// One past the last token of the paragraph of token i.
  @inline(__always)
  func paragraphHigh(_ i: Int) -> Int { Int(paragraphStart[Int(paragraph[i]) &+ 1]) }
}

extension TokenView {
  /// Hashes of words that begin clauses, in a table of 128 slots with linear probing; 0 is free.
  private static let clauseWords: [UInt32] = {
    let words: StaticString = """
      that who which when while as because but and if although though after before where whose \
      whom since or what how why whether
      """
    var table = [UInt32](repeating: 0, count: 128)
    let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    for word in bytes.split(separator: 0x20) {
      let hash = Bytes.hash(of: word)
      var slot = Int(hash & 127)
      while table[slot] != 0 { slot = (slot + 1) & 127 }
      table[slot] = hash
    }
    return table
  }()

  /// Fills the derived columns, but for the cue words.
  func derive() {
    Self.clauseWords.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      deriveCounts(clauseWords: table)
    }
    deriveQuotations()
  }

  private func deriveCounts(clauseWords table: UnsafePointer<UInt32>) {
    var (comma, mark, clause, delimiter, wordCount) = (
      Int32(0), Int32(0), Int32(0), Int32(0), Int32(0)
    )
    var (current, lastSentence) = (Int32(0), Int32(-1))
    let last = Int32(truncatingIfNeeded: count &- 1)
    let (commas, marks, clauses, delimiters, words) = (commas, marks, clauses, delimiters, words)
    let segment = segment
    for i in 0..<count {
      let shape = shape[i]
      commas[i] = comma
      marks[i] = mark
      clauses[i] = clause
      delimiters[i] = delimiter
      words[i] = wordCount
      let index = Int32(truncatingIfNeeded: i)
      if sentence[i] != lastSentence {
        lastSentence = sentence[i]
        current = index
      }
      segment[i] = current
      if Shape.isDelimiter(shape) {
        delimiter &+= 1
        segment[i] = index
        current = min(index &+ 1, last)
        if shape == Shape.comma, !isQuoted(i) { comma &+= 1 }
        if shape <= Shape.closing { mark &+= 1 }
      } else if Shape.isWord(shape) {
        wordCount &+= 1
        if !isQuoted(i) {
          let hash = word[i]
          var slot = Int(hash & 127)
          while table[slot] != 0, table[slot] != hash { slot = (slot &+ 1) & 127 }
          if table[slot] == hash { clause &+= 1 }
        }
      }
    }
    commas[count] = comma
    marks[count] = mark
    clauses[count] = clause
    delimiters[count] = delimiter
    words[count] = wordCount
  }

  /// A quotation is a run of quoted tokens of a paragraph; it ends after a closing mark and before
  /// an opening one.
  private func deriveQuotations() {
    let (starts, ends) = (quotationStart, quotationEnd)
    var i = 0
    while i < count {
      guard isQuoted(i) else {
        starts[i] = -1
        ends[i] = -1
        i &+= 1
        continue
      }
      let high = paragraphHigh(i)
      var j = i
      while j &+ 1 < high, isQuoted(j &+ 1), shape[j] != Shape.closing,
        shape[j &+ 1] != Shape.opening
      {
        j &+= 1
      }
      for k in i...j {
        starts[k] = Int32(truncatingIfNeeded: i)
        ends[k] = Int32(truncatingIfNeeded: j)
      }
      i = j &+ 1
    }
  }
}
