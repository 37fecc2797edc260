/// Finds which initials of an article stand for which of its organisations: `US` and `United States`.
struct Initials {
  private let text: ReadingText

  /// The longest initials, in letters.
  private static let most = 6

  init(_ text: ReadingText) { self.text = text }

  /// Organisations under their full name, and that name by the initials that stand in the text.
  /// - Complexity: O(tokens + organisations).
  func joined(_ organisations: [Organisation]) -> ([Organisation], fullNames: [String: String]) {
    var names: [UInt64: String] = [:]
    for organisation in organisations {
      guard let initials = Self.initials(of: organisation.name), names[initials] == nil else {
        continue
      }
      names[initials] = organisation.name
    }
    guard !names.isEmpty else { return (organisations, [:]) }
    var forms: [String] = []
    var fullNames: [String: String] = [:]
    for (index, token) in text.tokens.enumerated() where token.isA(.allCapitals) {
      guard let letters = letters(of: token), let name = names[letters] else { continue }
      let form = text.word(index)
      if fullNames.updateValue(name, forKey: form) == nil { forms.append(form) }
    }
    guard !forms.isEmpty else { return (organisations, [:]) }
    var joined = organisations.filter { fullNames[$0.name] == nil }
    for form in forms {
      guard let index = joined.firstIndex(where: { $0.name == fullNames[form] }) else { continue }
      if !joined[index].aliases.contains(form) { joined[index].aliases.append(form) }
      for organisation in organisations where organisation.name == form {
        joined[index].mentions += organisation.mentions
      }
      joined[index].mentions.sort { $0.span.start < $1.span.start }
    }
    return (joined, fullNames)
  }

  /// The letters of `US` or `U.S.`, one a byte; nil where there are others or too many.
  private func letters(of token: Token) -> UInt64? {
    guard token.end - token.start <= 2 * Int32(Self.most) else { return nil }
    var letters: UInt64 = 0
    var count = 0
    for byte in text.bytes[Int(token.start)..<Int(token.end)] where byte != 0x2E {
      guard Bytes.isUpper(byte) else { return nil }
      letters = letters << 8 | UInt64(byte)
      count += 1
    }
    return count > 1 && count <= Self.most ? letters : nil
  }

  /// The first letters of the capitalised words of a name, one a byte; nil where it has fewer than
  /// two such words.
  private static func initials(of name: String) -> UInt64? {
    var letters: UInt64 = 0
    var count = 0
    var isStart = true
    for byte in name.utf8 {
      if isStart, Bytes.isUpper(byte) {
        letters = letters << 8 | UInt64(byte)
        count += 1
      }
      isStart = byte == 0x20
    }
    return count > 1 && count <= most ? letters : nil
  }
}
