/// An article made ready for the archive, on any core: what is left to do is to write it down.
struct PreparedArticle: Sendable {
  /// A name in an article.
  struct Name: Sendable {
    var kind: NameKind
    /// What is equal for spellings of one name.
    var key: [UInt8]
    var name: String
    var mentions: Int
    var quotes: Int
  }

  var content: ArticleID
  var moment: Int
  var isInferred: Bool
  var title: String
  var agency: String?
  var quotes: Int
  /// The encoded article; compressed when its dictionary is known.
  var encoded: [UInt8]
  /// Whether `encoded` is compressed.
  var isCompressed = false
  /// The tokens of the article.
  var tokens: TokenList
  /// The tokens of each quote.
  var said: [TokenList]
  var names: [Name]
  /// What near repeats have in common with it.
  var signature: ArticleSignature

  /// Prepares an article of a file.
  init(_ article: Article, path: String, shownPath: String, compression: TextCompression?) {
    content = article.id
    moment = Moment.number(article.published?.date)
    isInferred = article.published?.basis == .inferred
    title = article.title.text
    agency = article.agency
    quotes = article.quotes.count
    encoded = ArticleCodec.encode(article, path: path)
    if let compression {
      encoded = compression.compress(encoded)
      isCompressed = true
    }
    var searched = article
    searched.file = shownPath
    let text = SearchableText(of: searched)
    let day = TokenMark.token(day: Moment.day(moment))
    tokens = Self.tokens(of: text, day: day)
    said = text.quotes.map { quote in
      var list = TokenList(capacity: quote.said.count + quote.by.count + quote.role.count + 64)
      list.add(quote.said)
      list.add(quote.by, mark: .by)
      list.add(quote.role, mark: .role)
      list.add(TokenMark.token(quote.kind))
      return list
    }
    names = Self.names(of: article)
    signature = text.signature
  }

  private static func tokens(of text: SearchableText, day: String) -> TokenList {
    var list = TokenList(capacity: text.anywhere.count)
    list.add(text.anywhere)
    list.add(text.person, mark: .person)
    list.add(text.role, mark: .role)
    list.add(text.org, mark: .org)
    list.add(text.place, mark: .place)
    list.add(text.agency, mark: .agency)
    list.add(text.section, mark: .section)
    list.add(text.title, mark: .title)
    list.add(text.file, mark: .file)
    list.add(text.lang, mark: .lang)
    for quote in text.quotes { list.add(quote.by, mark: .by) }
    for kind in Quote.Kind.allCases where text.quotes.contains(where: { $0.kind == kind }) {
      list.add(TokenMark.token(kind))
    }
    list.add(day)
    list.add(TokenMark.everything.token)
    if !text.quotes.isEmpty { list.add(TokenMark.hasQuotes.token) }
    return list
  }

  /// People, organisations and the place, with how often they are named and quoted.
  static func names(of article: Article) -> [Name] {
    var names: [Name] = []
    var quotesOfPeople = [Int](repeating: 0, count: article.people.count)
    var quotesOfOthers: [String: Int] = [:]
    for quote in article.quotes {
      guard let speaker = quote.speaker else { continue }
      if let person = speaker.person?.rawValue, quotesOfPeople.indices.contains(person) {
        quotesOfPeople[person] += 1
      } else if speaker.kind == .organisation {
        quotesOfOthers[speaker.name, default: 0] += 1
      }
    }
    for (index, person) in article.people.enumerated() {
      names.append(
        Name(
          kind: .person, key: NameKey.person(person.name), name: person.name,
          mentions: person.mentions.count, quotes: quotesOfPeople[index]))
    }
    for organisation in article.organisations {
      names.append(
        Name(
          kind: .organisation, key: NameKey.folded(organisation.name), name: organisation.name,
          mentions: organisation.mentions.count, quotes: quotesOfOthers[organisation.name] ?? 0))
    }
    if let dateline = article.dateline {
      let place = PlaceName.shown(article[dateline.place])
      names.append(
        Name(kind: .place, key: NameKey.folded(place), name: place, mentions: 1, quotes: 0))
    }
    let others = [
      (NameKind.agency, article.agency), (.section, article.section),
      (.language, article.language),
    ]
    for case (let kind, let name?) in others {
      names.append(
        Name(kind: kind, key: NameKey.folded(name), name: name, mentions: 1, quotes: 0))
    }
    return names.filter { !$0.key.isEmpty }
  }
}

/// What is equal for spellings of one name.
enum NameKey {
  static func person(_ name: String) -> [UInt8] {
    guard let key = PersonKey(name) else { return folded(name) }
    var bytes = key.surname
    // Behind a zero, which no folded word holds.
    bytes.append(0)
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(key.given >> shift & 0xFF)) }
    return bytes
  }

  static func folded(_ name: String) -> [UInt8] {
    Array(Folding.words(of: name).joined(separator: [0x20]))
  }
}

/// Places as a list shows them.
enum PlaceName {
  /// `Washington` for `WASHINGTON`; words of small letters stay as they are.
  static func shown(_ place: String) -> String {
    let words = place.split(whereSeparator: \.isWhitespace)
    return words.map { word in
      word.count > 2 && word == word.uppercased()[...]
        ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
    }.joined(separator: " ")
  }
}
