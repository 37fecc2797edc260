/// What a token of the index stands for: plain words, or words of one field behind a mark.
///
/// Marks are characters for private use, so that no word of a text begins with one.
enum TokenMark: UInt8 {
  /// On everything that is indexed.
  case everything = 0x80
  case person, role, org, place, agency, section, title, file, lang, by, kind
  /// The day as a number, 0 for none.
  case day
  case hasQuotes

  /// The mark in UTF-8: U+E000 and up.
  var utf8: [UInt8] { [0xEE, 0x80, rawValue] }

  /// The mark of a field; nil for words anywhere.
  init?(_ field: QueryField) {
    switch field {
    case .anywhere, .said: return nil
    case .person: self = .person
    case .by: self = .by
    case .role: self = .role
    case .org: self = .org
    case .place: self = .place
    case .agency: self = .agency
    case .section: self = .section
    case .title: self = .title
    case .file: self = .file
    case .lang: self = .lang
    }
  }

  /// The words in the index for a field: `berg` behind the mark of people.
  static func token(_ word: String, in field: QueryField) -> String {
    guard let mark = TokenMark(field) else { return word }
    return String(decoding: mark.utf8, as: UTF8.self) + word
  }

  /// The token of a kind of quote.
  static func token(_ kind: Quote.Kind) -> String {
    String(decoding: TokenMark.kind.utf8, as: UTF8.self) + kind.rawValue
  }

  /// The token of a day, as counted by `Moment.day`; 0 for none.
  static func token(day: Int) -> String {
    String(decoding: TokenMark.day.utf8, as: UTF8.self) + String(day)
  }

  /// A mark alone.
  var token: String { String(decoding: utf8, as: UTF8.self) }
}

/// Tokens of one entry of the index, each once, apart by blanks.
struct TokenList {
  /// The tokens.
  private(set) var text: [UInt8] = []
  /// Each token's hash and where it stands in `text`.
  private(set) var tokens: [(hash: UInt64, range: Range<Int>)] = []
  private var seen: Set<UInt64> = []

  init(capacity: Int) {
    text.reserveCapacity(capacity)
    tokens.reserveCapacity(capacity / 8)
    seen.reserveCapacity(capacity / 8)
  }

  /// Adds the words of folded text, each behind a mark.
  mutating func add(_ folded: [UInt8], mark: TokenMark? = nil) {
    let mark = mark?.utf8 ?? []
    var at = 0
    let count = folded.count
    while at < count {
      while at < count, folded[at] <= 0x20 { at += 1 }
      let start = at
      // FNV-1a, 64 bits.
      var hash: UInt64 = 14_695_981_039_346_656_037
      for byte in mark { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
      while at < count, folded[at] > 0x20 {
        hash = (hash ^ UInt64(folded[at])) &* 1_099_511_628_211
        at += 1
      }
      guard at > start, seen.insert(hash).inserted else { continue }
      let from = text.count
      text += mark
      text += folded[start..<at]
      tokens.append((hash, from..<text.count))
      text.append(0x20)
    }
  }

  /// Adds a token that only this program makes.
  mutating func add(_ token: String) {
    text += Array(token.utf8)
    text.append(0x20)
  }
}
