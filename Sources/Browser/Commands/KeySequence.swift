/// Keys that are pressed one after another, most often one: `j`, `g g`.
struct KeySequence: Hashable, Sendable, ExpressibleByArrayLiteral {
  let keys: [Key]

  init(_ keys: [Key]) { self.keys = keys }

  init(arrayLiteral keys: Key...) { self.keys = keys }

  /// `gg`, `Ctrl-O`, `Space`; names of several letters stand apart.
  var name: String {
    keys.map(\.name).joined(separator: keys.contains { $0.name.count > 1 } ? " " : "")
  }

  /// Reads what a configuration says, `gg`, `Ctrl-O`, `Space`, `g Tab`; nil where it names no keys.
  init?(parsing text: String) {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      if let key = Key(named: String(word)) {
        keys.append(key)
      } else if word.allSatisfy({ $0.isLetter || $0.isNumber || $0.isSymbol || $0.isPunctuation }),
        !word.contains("-") || word.count == 1, word.count <= 4
      {
        keys += word.map { .character($0) }
      } else {
        return nil
      }
    }
    guard !keys.isEmpty, keys.count <= 4 else { return nil }
    self.keys = keys
  }
}

extension Key {
  /// Reads a name as `name` writes it; nil for what is more than one key.
  init?(named name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last {
      self = .control(letter)
      return
    }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...63).contains(number) {
      self = .function(number)
      return
    }
    let named: [Key] = [
      .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown,
    ]
    guard let key = named.first(where: { $0.name.lowercased() == lower }) else { return nil }
    self = key
  }
}
