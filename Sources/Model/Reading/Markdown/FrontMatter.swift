/// What stands between two lines of `---` at the beginning of a Markdown file: YAML's simplest form,
/// one `name: value` a line, lists in brackets or behind dashes.
struct FrontMatter {
  /// From the first line of dashes to the end of the last.
  let span: TextSpan
  private var values: [String: [String]] = [:]

  /// Reads it; nil where the text begins with none.
  init?(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard Bytes.starts(bytes, at: start, with: "---") else { return nil }
    let head = min(bytes.count, start + 20_000)
    let lines = MarkdownLine.spans(of: TextSpan(start, head), in: bytes)
    func text(_ span: TextSpan) -> Substring {
      Substring(String(decoding: bytes[Bytes.trimmed(span, in: bytes).range], as: UTF8.self))
    }
    guard let first = lines.first, text(first) == "---" else { return nil }
    var name: String?
    for line in lines.dropFirst() {
      let words = text(line)
      if words == "---" || words == "..." {
        guard !values.isEmpty else { return nil }
        span = TextSpan(start, Bytes.trimmed(line, in: bytes).end)
        return
      }
      if words.hasPrefix("- "), let name {
        values[name, default: []].append(Self.unquoted(words.dropFirst(2)))
      } else if let colon = words.firstIndex(of: ":"), !words.hasPrefix("#") {
        let key = words[..<colon].lowercased()
        guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) })
        else { return nil }
        name = key
        let value = words[words.index(after: colon)...].drop { $0 == " " }
        values[key] = value.isEmpty ? [] : Self.list(value)
      } else if !words.isEmpty, !words.hasPrefix("#"), name == nil {
        return nil
      }
    }
    return nil
  }

  private static func list(_ value: Substring) -> [String] {
    guard value.hasPrefix("["), value.hasSuffix("]") else { return [unquoted(value)] }
    return value.dropFirst().dropLast().split(separator: ",").map { unquoted($0) }
  }

  private static func unquoted(_ value: Substring) -> String {
    let text = value.drop { $0 == " " }
    for mark in ["\"", "'"] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      return String(text.dropFirst().dropLast())
    }
    return String(text)
  }

  private func value(_ names: String...) -> String? {
    for name in names {
      if let value = values[name]?.first, !value.isEmpty { return value }
    }
    return nil
  }

  var title: String? { value("title", "headline") }
  var date: String? { value("date", "published", "pubdate", "publishdate", "created") }
  var section: String? { value("section", "category", "categories") }
  var language: String? { value("lang", "language", "locale") }
  var url: String? { value("url", "canonical", "canonical_url", "link", "source") }
  var authors: [String] {
    PageFacts.names(values["author"] ?? values["authors"] ?? values["byline"] ?? [])
  }
}
