/// What the words of one block look like, whatever the language.
struct BlockWords {
  var words = 0
  var capitalised = 0
  var digits = 0
  var letters = 0
  var upper = 0
  /// Commas, and marks that end a sentence.
  var commas = 0
  var stops = 0
  var endsSentence = false
  var linkShare: Float = 0
  /// The words in small letters, hashed without punctuation.
  var fold = Bytes.hashStart
  /// What phrases it holds that are not an article's own.
  var phrases = BoilerplatePhrases()

  init(_ span: TextSpan, linkBytes: Int, in text: [UInt8]) {
    text.withUnsafeBufferPointer { read($0, span) }
    linkShare = span.isEmpty ? 0 : min(1, Float(linkBytes) / Float(span.count))
    phrases = BoilerplatePhrases(span, in: text)
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ span: TextSpan) {
    var inWord = false
    var signs = 0
    for at in span.range {
      let byte = text[at]
      if Bytes.isWord(byte) {
        fold = Bytes.hash(fold, adding: Bytes.lower(byte))
        if !inWord {
          words += 1
          if Bytes.isUpper(byte) || byte >= 0x80 && isBeyondUpper(text, at) { capitalised += 1 }
        }
        if Bytes.isDigit(byte) { digits += 1 } else { letters += 1 }
        if Bytes.isUpper(byte) { upper += 1 }
        // Scripts without blanks: two signs are about one word.
        if byte >= 0xE3, byte <= 0xED, at + 2 < span.end {
          switch (byte, text[at + 1], text[at + 2]) {
          case (0xE3, 0x80, 0x81): commas += 1
          case (0xE3, 0x80, 0x82): stops += 1
          default: signs += 1
          }
        }
        inWord = true
      } else {
        inWord = false
        switch byte {
        case 0x2C: commas += 1
        case 0x2E, 0x21, 0x3F: stops += 1
        default: break
        }
      }
    }
    words += signs / 2
    guard !span.isEmpty else { return }
    var last = span.end - 1
    while last > span.start, text[last] == 0x22 || text[last] == 0x27 || text[last] == 0x29 {
      last -= 1
    }
    // A closing mark of three bytes.
    if last - 2 > span.start, text[last - 2] == 0xE2, text[last - 1] == 0x80 { last -= 3 }
    endsSentence =
      [0x2E, 0x21, 0x3F, 0x3A].contains(text[last])
      || (last - 2 >= span.start && text[last - 2] == 0xE3 && text[last - 1] == 0x80)
  }

  /// Capital letters of Cyrillic, roughly.
  private func isBeyondUpper(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    text[at] == 0xD0 && at + 1 < text.count && (0x80..<0xB0) ~= text[at + 1]
  }
}

/// Phrases by which pages address their readers, label things, or name who made a picture.
struct BoilerplatePhrases: OptionSet {
  let rawValue: UInt32
  /// `Read more:`, `Related`.
  static let related = BoilerplatePhrases(rawValue: 1)
  /// `Getty Images`, `Photo by`.
  static let credit = BoilerplatePhrases(rawValue: 2)
  /// `Sign up for our newsletter`, `Follow us`.
  static let promotion = BoilerplatePhrases(rawValue: 4)
  /// `All rights reserved`, `cookies`.
  static let legal = BoilerplatePhrases(rawValue: 8)
  /// `Posted`, `min read`, `By`.
  static let facts = BoilerplatePhrases(rawValue: 16)
  /// `Advertisement`, `Comments`.
  static let label = BoilerplatePhrases(rawValue: 32)
  /// How many there are.
  static let count = 6

  private static let starts: [(BoilerplatePhrases, [StaticString])] = [
    (
      .related,
      [
        "read more", "related", "see also", "also read", "read also", "read next", "more:",
        "more from",
        "more on ", "more great", "more stories", "watch:", "recommended", "you may also",
        "you might also", "you may like", "don't miss", "don’t miss", "most popular", "most read",
        "trending", "up next", "read the full", "continue reading", "what to read", "also:",
        "must read",
        "read:", "see more", "further reading", "other stories", "in case you missed",
        "читайте также", "смотрите также", "leia também", "leia mais", "baca juga",
        "lesen sie auch",
        "leggi anche", "lire aussi", "lea también", "lee también", "mehr zum thema", "lees ook",
      ]
    ),
    (
      .credit,
      [
        "photo", "image", "picture", "(photo", "(image", "getty", "credit", "courtesy",
        "photograph",
        "source:", "(ap photo", "file photo", "foto", "фото", "screenshot", "illustration",
        "enlarge",
        "©", "[photo", "[image", "pic:", "picture:",
      ]
    ),
    (
      .promotion,
      [
        "sign up for our", "sign up for the", "sign up to", "subscribe", "follow us", "like us",
        "get our", "get the latest", "get the day", "join our", "join the conversation",
        "thanks for reading", "want more", "have a tip", "got a tip", "listen to", "tell us what",
        "let us know", "sponsored", "support our", "become a member", "you have been successfully",
        "there was a problem", "enter your email", "download the",
      ]
    ),
    (
      .legal,
      [
        "copyright", "©", "all rights", "by using", "this site uses", "we use cookies",
        "this material may not", "this document is subject to", "(c) ", "terms of",
      ]
    ),
    (
      .facts,
      [
        "by ", "posted", "published", "updated", "last updated", "tags", "filed under",
        "categories",
        "topics", "written by", "author", "editor", "reporting by", "first published",
        "about the author",
        "date:", "tagged", "category", "last modified", "citation:", "from:", "автор", "por ",
        "von ",
      ]
    ),
    (
      .label,
      [
        "advert", "comments", "comment", "loading", "show more", "view comments", "leave a",
        "reply", "print", "menu", "home", "search", "next", "previous", "close", "back to",
        "view all", "top stories", "skip", "story continues", "log in", "share", "tweet", "save",
        "what do you think", "breaking news", "latest news", "our standards",
      ]
    ),
  ]
  private static let anywhere: [(BoilerplatePhrases, [StaticString])] = [
    (
      .credit,
      [
        "getty images", "/ap)", "shutterstock", "photo by", "photo:", "image:", "photo credit",
        "image credit", "(photo", "photo courtesy", "afp/", "file photo", "staff photo",
        "image courtesy", "/ getty", "/getty", "photos ©", "©",
      ]
    ),
    (
      .promotion,
      [
        "newsletter", "your inbox", "follow us", "our app", "our podcast", "subscribe to",
        "on facebook, twitter", "on facebook and twitter", "on twitter and facebook",
        "on twitter @", "facebook page", "on facebook,",
      ]
    ),
    (.legal, ["all rights reserved", "terms of use", "privacy policy", "copyright ©"]),
    (.facts, ["min read", "minutes ago", "hours ago"]),
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The first bytes of phrases, so that most offsets cost one look.
  private static let firsts: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for (_, phrases) in anywhere {
      for phrase in phrases { table[Int(phrase.utf8Start[0])] = true }
    }
    return table
  }()

  /// Looks for phrases; in a long block only in its beginning.
  init(_ span: TextSpan, in text: [UInt8]) {
    self = []
    for (kind, phrases) in Self.starts {
      for phrase in phrases where Bytes.starts(text, at: span.start, with: phrase) {
        // A word, not the beginning of another.
        let end = span.start + phrase.utf8CodeUnitCount
        if end < span.end, Bytes.isLetter(text[end - 1]), Bytes.isLetter(text[end]),
          !Bytes.starts(text, at: end, with: "s")
        {
          continue
        }
        formUnion(kind)
        break
      }
    }
    guard span.count <= 600 else { return }
    for at in span.range where Self.firsts[Int(Bytes.lower(text[at]))] {
      for (kind, phrases) in Self.anywhere where !contains(kind) {
        for phrase in phrases where Bytes.starts(text, at: at, with: phrase) {
          formUnion(kind)
          break
        }
      }
    }
  }
}
