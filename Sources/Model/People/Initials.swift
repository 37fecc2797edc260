/// Finds which initials of an article stand for which of its organisations: `US` and `United States`.
struct Initials {
  private let text: ReadingText

  /// The longest initials, in letters.
  private static let most = 6

  init(_ text: ReadingText) { self.text = text }

  /// Organisations under their full name, and that name by the initials that stand in the text.
  /// - Complexity: O(tokens + organisations).
  func joined(_ organisations: [Organisation]) -> ([Organisation], fullNames: [String: String]) {
    var names: [String: String] = [:]
    for organisation in organisations {
      let initials = Self.initials(of: organisation.name)
      if initials.count > 1, names[initials] == nil { names[initials] = organisation.name }
    }
    guard !names.isEmpty else { return (organisations, [:]) }
    var forms: [String] = []
    var fullNames: [String: String] = [:]
    for (index, token) in text.tokens.enumerated()
    where token.isA(.allCapitals) && token.end - token.start <= 2 * Int32(Self.most) {
      let form = text.word(index)
      guard fullNames[form] == nil, let name = names[form.filter { $0 != "." }] else { continue }
      fullNames[form] = name
      forms.append(form)
    }
    var joined = organisations.filter { fullNames[$0.name] == nil }
    for form in forms {
      guard let index = joined.firstIndex(where: { $0.name == fullNames[form] }) else { continue }
      joined[index].aliases.append(form)
      for organisation in organisations where organisation.name == form {
        joined[index].mentions += organisation.mentions
      }
      joined[index].mentions.sort { $0.span.start < $1.span.start }
    }
    return (joined, fullNames)
  }

  /// The first letters of the capitalised words of a name; empty where it has fewer than two words.
  private static func initials(of name: String) -> String {
    let words = name.split(separator: " ").filter { $0.first?.isUppercase == true }
    guard words.count > 1, words.count <= most else { return "" }
    return String(words.compactMap(\.first))
  }
}
