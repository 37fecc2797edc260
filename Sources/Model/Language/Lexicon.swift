/// The words that the rules know, by the hash of their small letters.
struct Lexicon: Sendable {
  /// Open addressing, linear probing; a key of 0 is empty. The size is a power of two.
  private var keys: [UInt32]
  private var classes: [UInt64]
  private let mask: Int

  /// The English lexicon; built once, from the lists.
  static let english = Lexicon()

  private init() {
    let size = 1 << 15
    keys = Array(repeating: 0, count: size)
    classes = Array(repeating: 0, count: size)
    mask = size - 1
    add(Self.commonWords, .common)
    add(Self.maleGivenNames, .maleName)
    add(Self.femaleGivenNames, .femaleName)
    add(Self.surnames, .surname)
    for (words, wordClass) in Self.worldNames { add(words, wordClass) }
    for (words, wordClass) in Self.lists { add(words, wordClass) }
    for (lemmas, wordClass) in Self.cueLemmas { addVerbs(lemmas, wordClass) }
    for (words, wordClass) in Self.irregularForms { add(words, wordClass) }
  }

  /// The classes of a word by its hash.
  /// - Complexity: O(1).
  @inline(__always)
  func classes(of hash: UInt32) -> WordClass {
    var at = Int(truncatingIfNeeded: hash) & mask
    while keys[at] != 0 {
      if keys[at] == hash { return WordClass(rawValue: classes[at]) }
      at = (at + 1) & mask
    }
    return []
  }

  private mutating func add(_ words: StaticString, _ wordClass: WordClass) {
    let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var hash = Bytes.hashStart
    var length = 0
    for byte in bytes {
      if Bytes.isSpace(byte) {
        if length > 0 { insert(hash, wordClass) }
        hash = Bytes.hashStart
        length = 0
      } else {
        hash = Bytes.hash(hash, adding: byte)
        length += 1
      }
    }
    if length > 0 { insert(hash, wordClass) }
  }

  private mutating func insert(_ hash: UInt32, _ wordClass: WordClass) {
    var at = Int(truncatingIfNeeded: hash) & mask
    while keys[at] != 0 && keys[at] != hash { at = (at + 1) & mask }
    keys[at] = hash
    classes[at] |= wordClass.rawValue
  }

  private mutating func insert(_ word: String, _ wordClass: WordClass) {
    insert(Bytes.hash(of: word.utf8), wordClass)
  }

  /// Adds the forms of regular verbs: `-s`, `-ed`, `-ing` by the rules of English spelling.
  private mutating func addVerbs(_ lemmas: StaticString, _ wordClass: WordClass) {
    for lemma in lemmas.description.split(whereSeparator: \.isWhitespace).map(String.init) {
      insert(lemma, [wordClass, .presentForm, .baseForm])
      let stem = String(lemma.dropLast())
      let endsInConsonantY =
        lemma.hasSuffix("y") && !"aeiou".contains(stem.last ?? "a")
      if endsInConsonantY {
        insert(stem + "ies", [wordClass, .presentForm])
        insert(stem + "ied", [wordClass, .pastForm])
        insert(lemma + "ing", [wordClass, .participle])
      } else if lemma.hasSuffix("e") {
        insert(lemma + "s", [wordClass, .presentForm])
        insert(lemma + "d", [wordClass, .pastForm])
        insert(stem + "ing", [wordClass, .participle])
      } else {
        let sibilant = ["s", "x", "ch", "sh", "z"].contains { lemma.hasSuffix($0) }
        insert(lemma + (sibilant ? "es" : "s"), [wordClass, .presentForm])
        insert(lemma + "ed", [wordClass, .pastForm])
        insert(lemma + "ing", [wordClass, .participle])
        if let last = lemma.last {
          insert(lemma + "\(last)ed", [wordClass, .pastForm])
          insert(lemma + "\(last)ing", [wordClass, .participle])
        }
      }
    }
  }
}
