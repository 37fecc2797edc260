/// Hashes of words that a rule asks for: open addressing in one array, at most a quarter full.
struct WordSet: Sendable {
  private let slots: [UInt32]
  private let mask: Int

  /// The set of some hashes; none may be 0, which marks a free slot.
  init(_ hashes: [UInt32]) {
    var size = 16
    while size < 4 * hashes.count { size *= 2 }
    mask = size - 1
    var slots = [UInt32](repeating: 0, count: size)
    for hash in hashes {
      var at = Int(hash) & (size - 1)
      while slots[at] != 0 && slots[at] != hash { at = (at + 1) & (size - 1) }
      slots[at] = hash
    }
    self.slots = slots
  }

  /// Whether a word is in the set, by its hash.
  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    var at = Int(hash) & mask
    while slots[at] != 0 {
      if slots[at] == hash { return true }
      at = (at &+ 1) & mask
    }
    return false
  }
}
