extension Article {
  /// Puts the results of all stages together.
  init(_ page: SourcePage, _ clean: CleanText, _ people: PeopleFound, _ quotes: [Quote]) {
    self.init(
      id: ArticleID(rawValue: 0), file: page.file, item: page.item, source: page.text,
      title: Headline(of: clean), standfirst: clean.standfirst, agency: clean.agency,
      authors: clean.authors, url: page.metadata.url, section: clean.section,
      language: page.metadata.language ?? Self.language(of: clean), dateline: clean.dateline,
      published: clean.published,
      body: clean.body, removed: clean.removed, people: people.people,
      organisations: people.organisations, quotes: quotes)
    for index in self.quotes.indices {
      let steps = (self.quotes[index].confidence * Quote.confidenceSteps).rounded()
      self.quotes[index].confidence = steps / Quote.confidenceSteps
    }
    kinds = clean.kinds
    links = page.structure?.links ?? []
    id = ArticleID(hashing: self)
  }

  /// The language that the paragraphs are in, as far as they tell.
  private static func language(of clean: CleanText) -> String? {
    var sample: [UInt8] = []
    for span in clean.body where sample.count < 6_000 {
      sample += clean.bytes[span.range].prefix(6_000)
      sample.append(0x0A)
    }
    return LanguageDetector.language(of: sample)
  }
}

extension ArticleID {
  /// The hash of an article's own words: headline and paragraphs, blanks folded (FNV-1a, 64 bits).
  init(hashing article: Article) {
    var hash: UInt64 = 14_695_981_039_346_656_037
    let spans = (article.title.span.map { [$0] } ?? []) + article.standfirst + article.body
    for span in spans {
      var inSpace = true
      for byte in article.source.bytes[span.range] {
        let isSpace = Bytes.isSpace(byte)
        if isSpace && inSpace { continue }
        hash = (hash ^ UInt64(isSpace ? 0x20 : byte)) &* 1_099_511_628_211
        inSpace = isSpace
      }
      hash = (hash ^ 0x0A) &* 1_099_511_628_211
    }
    self.init(rawValue: hash)
  }
}

extension Headline {
  /// The most characters of a headline made from the lede, in bytes.
  private static let derivedLimit = 110

  /// The headline of a cleaned page: stated, or the beginning of the lede.
  init(of clean: CleanText) {
    if let stated = clean.page.metadata.title {
      // Where it stands, if the page has it in the same words.
      let span = clean.title.flatMap { span in
        Folding.words(of: stated) == Folding.words(of: clean.page.text[span]) ? span : nil
      }
      self.init(text: stated, span: span, basis: .stated)
    } else if let span = clean.title {
      self.init(text: clean.page.text[span], span: span, basis: .stated)
    } else if let first = clean.body.first {
      let start = clean.ledeStart.map { max($0, first.start) } ?? first.start
      let end = Self.cut(clean.bytes, TextSpan(start, first.end))
      let isCut = end < first.end
      let span = TextSpan(start, end)
      self.init(text: clean.page.text[span] + (isCut ? " …" : ""), span: span, basis: .derived)
    } else {
      self.init(text: clean.page.file, span: nil, basis: .derived)
    }
  }

  /// The end of the first sentence, or of the last word before the limit.
  private static func cut(_ bytes: [UInt8], _ span: TextSpan) -> Int {
    guard span.count > derivedLimit else { return span.end }
    var at = span.start + derivedLimit
    while at > span.start, !Bytes.isSpace(bytes[at]) { at -= 1 }
    if at == span.start {
      at = span.start + derivedLimit
      while at > span.start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      return at
    }
    while at > span.start, Bytes.isSpace(bytes[at - 1]) || bytes[at - 1] == 0x2C { at -= 1 }
    return at
  }
}
