/// Header lines of a crawl's record, or of the answer of a web server inside it.
struct CrawlHeader {
  private var fields: [String: String] = [:]

  /// No lines.
  init() {}

  /// The value of a field, named in small letters, without blanks around it.
  subscript(name: String) -> String? { fields[name] }

  /// Takes `Name: value`; the first of its name counts. Other lines say nothing.
  mutating func add(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let name = String(decoding: line[..<colon].map(Bytes.lower), as: UTF8.self)
    guard fields[name] == nil, fields.count < 200 else { return }
    fields[name] = Self.trimmed(line[(colon + 1)...])
  }

  /// The words of a line without blanks around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, Bytes.isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes.drop(while: Bytes.isSpace), as: UTF8.self)
  }

  /// The type of `text/html; charset=utf-8` in small letters, and its charset.
  static func type(_ value: String?) -> (type: String, charset: String?) {
    guard let value else { return ("", nil) }
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    func plain(_ text: Substring) -> String {
      String(decoding: text.utf8.filter { !Bytes.isSpace($0) && $0 != 0x22 }, as: UTF8.self)
        .lowercased()
    }
    let charset = parts.dropFirst().lazy.map(plain).first { $0.hasPrefix("charset=") }
    return (plain(parts[0]), charset.map { String($0.dropFirst("charset=".count)) })
  }
}
