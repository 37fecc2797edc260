/// Names of people as mail and feeds state them beside their addresses.
enum MailAddress {
  /// `Jane Doe` of `Jane Doe <jane@news.example>` and of `jane@news.example (Jane Doe)`; the address
  /// where there is no name; nil where there is nothing.
  static func name(_ text: String) -> String? {
    var words = text
    var address: String?
    if let open = words.lastIndex(of: "<"), let close = words[open...].firstIndex(of: ">") {
      address = String(words[words.index(after: open)..<close])
      words.removeSubrange(open...close)
    }
    let parts = words.split(separator: " ")
    let isPair = parts.count > 1 && parts.contains { $0.contains("@") }
    if isPair {
      address = parts.first { $0.contains("@") }.map(String.init)
      words = parts.filter { !$0.contains("@") }.joined(separator: " ")
    }
    let marks: Set<Character> = ["\"", "'", " ", ",", ";", "\t"]
    var name = words[...]
    while let first = name.first, marks.contains(first) { name.removeFirst() }
    while let last = name.last, marks.contains(last) { name.removeLast() }
    if isPair, name.first == "(", name.last == ")" { name = name.dropFirst().dropLast() }
    if !name.isEmpty { return String(name.replacing("\\\"", with: "\"")) }
    return address.flatMap { $0.isEmpty ? nil : $0 }
  }
}
