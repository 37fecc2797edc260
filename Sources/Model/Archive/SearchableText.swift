/// The words of an article, folded for search: each word behind a blank, passages apart by a line
/// feed.
struct SearchableText: Sendable {
  /// The words of one quote.
  struct Said: Sendable {
    /// Quoted words.
    var said: [UInt8] = []
    /// The speaker's names.
    var by: [UInt8] = []
    /// The speaker's roles.
    var role: [UInt8] = []
    /// All, some or nothing in quotation marks.
    var kind: Quote.Kind
  }

  /// Headline, text, people and speakers.
  var anywhere: [UInt8] = []
  /// Names, aliases and roles.
  var person: [UInt8] = []
  var role: [UInt8] = []
  var org: [UInt8] = []
  var place: [UInt8] = []
  var agency: [UInt8] = []
  var section: [UInt8] = []
  var title: [UInt8] = []
  var file: [UInt8] = []
  var lang: [UInt8] = []
  var quotes: [Said] = []
  /// Where standfirst and body stand in `anywhere`.
  private(set) var body = 0..<0

  /// Folds the fields of an article.
  /// - Parameter fields: those that are needed; others may stay empty.
  init(of article: Article, only fields: Set<QueryField> = Set(QueryField.allCases)) {
    let bytes = article.source.bytes
    func add(_ text: String?, to field: inout [UInt8]) {
      guard let text else { return }
      Folding.append(Array(text.utf8), to: &field)
      field.append(0x0A)
    }
    func add(_ span: TextSpan, to field: inout [UInt8]) {
      Folding.append(bytes[span.range], to: &field)
      field.append(0x0A)
    }
    let wantsAnywhere = fields.contains(.anywhere)
    if wantsAnywhere || fields.contains(.title) { add(article.title.text, to: &title) }
    if wantsAnywhere {
      anywhere = title
      for span in article.standfirst + article.body { add(span, to: &anywhere) }
      body = title.count..<anywhere.count
    }
    if wantsAnywhere || fields.contains(.person) || fields.contains(.role) {
      for person in article.people {
        add(person.name, to: &self.person)
        for alias in person.aliases { add(alias, to: &self.person) }
        for words in person.roles { add(words, to: &role) }
      }
      person += role
    }
    if fields.contains(.org) {
      for organisation in article.organisations {
        add(organisation.name, to: &org)
        for alias in organisation.aliases { add(alias, to: &org) }
      }
    }
    if let dateline = article.dateline { add(dateline.place, to: &place) }
    add(article.agency, to: &agency)
    add(article.section, to: &section)
    add(article.file, to: &file)
    add(article.language, to: &lang)
    quotes.reserveCapacity(article.quotes.count)
    let wantsSpeakers =
      wantsAnywhere || fields.contains(.by) || fields.contains(.role)
    for quote in article.quotes {
      var folded = Said(kind: quote.kind)
      if fields.contains(.said) { for span in quote.spans { add(span, to: &folded.said) } }
      if wantsSpeakers, let speaker = quote.speaker {
        add(speaker.name, to: &folded.by)
        if wantsAnywhere { anywhere += folded.by }
        if let index = speaker.person?.rawValue, article.people.indices.contains(index) {
          for alias in article.people[index].aliases { add(alias, to: &folded.by) }
          for words in article.people[index].roles { add(words, to: &folded.role) }
        }
      }
      quotes.append(folded)
    }
    if wantsAnywhere { anywhere += person }
  }

  /// What near repeats of the article have in common with it.
  var signature: ArticleSignature { ArticleSignature(folded: anywhere[body]) }
}
