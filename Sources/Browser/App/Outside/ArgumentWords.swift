/// Splits `$EDITOR`, `$PAGER` and `$BROWSER` into arguments.
enum ArgumentWords {
  /// Words apart by blanks; quotation marks and backslashes keep blanks, nothing is expanded.
  ///
  /// nil where a quotation mark is not closed.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var mark: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", mark != "'" {
        isEscaped = true
      } else if character == mark {
        mark = nil
      } else if mark == nil, character == "\"" || character == "'" {
        mark = character
        word = word ?? ""
      } else if mark == nil, character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard mark == nil, !isEscaped else { return nil }
    if let word { words.append(word) }
    return words
  }
}
