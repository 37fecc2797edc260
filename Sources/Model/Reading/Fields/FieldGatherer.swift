/// Picks what fields say about an article, best name first.
struct FieldGatherer {
  /// A value that a field may have.
  struct Candidate {
    var rank: Int
    var value: JSONValue
  }

  private var found: [FieldNames.Slot: [Candidate]] = [:]

  /// Takes a value for a slot; the one with the lowest rank that makes sense will count.
  mutating func add(_ value: JSONValue, to slot: FieldNames.Slot, rank: Int) {
    found[slot, default: []].append(Candidate(rank: rank, value: value))
  }

  /// Forgets what was found for a slot.
  mutating func drop(_ slot: FieldNames.Slot) { found[slot] = nil }

  /// What the values say.
  /// - Parameter line: the line of the file on which an offset lies.
  func fields(line: (Int) -> Int) -> ArticleFields {
    var fields = ArticleFields()
    fields.title = first(.title) { FieldText.words(in: $0, line).first }
    fields.text = first(.text) { nonEmpty(FieldText.words(in: $0, line)) } ?? []
    if fields.text.isEmpty {
      fields.summary = first(.summary) { nonEmpty(FieldText.words(in: $0, line)) } ?? []
    }
    fields.metadata.published = first(.date) { FieldText.plain($0).flatMap(FieldMeanings.date) }
    fields.metadata.authors = first(.author) { nonEmpty(FieldText.names($0)) } ?? []
    fields.metadata.url = short(.url, limit: 4_000)
    fields.metadata.agency = short(.source, limit: 200)
    // Numbers are keys of another table.
    fields.metadata.section = short(.section, limit: 200).flatMap { Int($0) == nil ? $0 : nil }
    fields.metadata.language = first(.language) {
      FieldText.plain($0).flatMap(FieldMeanings.language)
    }
    return fields
  }

  private func first<T>(_ slot: FieldNames.Slot, _ meaning: (JSONValue) -> T?) -> T? {
    guard let candidates = found[slot] else { return nil }
    if candidates.count == 1 { return meaning(candidates[0].value) }
    for candidate in candidates.sorted(by: { $0.rank < $1.rank }) {
      if let value = meaning(candidate.value) { return value }
    }
    return nil
  }

  private func short(_ slot: FieldNames.Slot, limit: Int) -> String? {
    first(slot) { FieldText.plain($0).flatMap { FieldMeanings.line($0, limit: limit) } }
  }

  private func nonEmpty<T>(_ values: [T]) -> [T]? { values.isEmpty ? nil : values }
}

/// The words inside a value of JSON.
enum FieldText {
  /// Where objects keep their words: WordPress, Elasticsearch, MongoDB, the APIs of newspapers.
  private static let inner = [
    "main", "text", "rendered", "value", "content", "body", "html", "paragraphs", "name", "title",
    "date", "iso", "original", "numberlong", "displayname", "fullname", "label", "url", "href",
  ]

  /// All words of a value, a paragraph or more each.
  static func words(in value: JSONValue, _ line: (Int) -> Int) -> [ArticleFields.Words] {
    switch value {
    case .string(let bytes, let offset):
      return bytes.allSatisfy(Bytes.isSpace)
        ? [] : [ArticleFields.Words(bytes: bytes, line: line(offset))]
    case .array(let values): return values.flatMap { words(in: $0, line) }
    case .object: return value.first(inner).map { words(in: $0, line) } ?? []
    case .number, .word: return []
    }
  }

  /// The first plain value: a string or a number.
  static func plain(_ value: JSONValue) -> [UInt8]? {
    switch value {
    case .string(let bytes, _), .number(let bytes): return bytes
    case .array(let values): return values.lazy.compactMap { plain($0) }.first
    case .object: return value.first(inner).flatMap { plain($0) }
    case .word: return nil
    }
  }

  /// The names of people in a value.
  static func names(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let bytes, _): return FieldMeanings.names(bytes)
    case .array(let values): return values.flatMap { names($0) }
    case .object:
      let keys = ["name", "fullname", "displayname", "original", "title", "text", "value"]
      if let name = value.first(keys) { return names(name) }
      let parts = [["firstname", "givenname"], ["lastname", "familyname"]]
        .compactMap { value.first($0).flatMap { plain($0) } }
        .map { String(decoding: $0, as: UTF8.self) }
      return parts.isEmpty ? [] : [parts.joined(separator: " ")]
    case .number, .word: return []
    }
  }
}
