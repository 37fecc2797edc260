/// What the fields of news corpora are called, in JSON and in tables.
///
/// Names are compared without case, blanks and signs: `date_publish`, `datePublish`, `Date publish`.
/// The tables hold what CC-News, NewsAPI, the APIs of newspapers, news-please, newspaper3k,
/// trafilatura, schema.org's NewsArticle, GDELT and common data sets write.
enum FieldNames {
  /// What a field says about an article.
  enum Slot: String, CaseIterable, Hashable, Sendable {
    case title, text, summary, date, author, url, source, section, language
  }

  /// A name as it is compared.
  static func folded(_ name: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in name where Bytes.isWord(byte) { bytes.append(Bytes.lower(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The slot of a name as it is compared, and how much it is trusted: a lower rank is better.
  static func slot(of folded: String) -> (slot: Slot, rank: Int)? { table[folded] }

  /// Whether a field of this name holds an article's text.
  static func isText(_ name: [UInt8]) -> Bool {
    slot(of: folded(name)).map { $0.slot == .text && $0.rank < htmlRank } == true
  }

  /// Whether a field of this name holds an article's headline.
  static func isTitle(_ name: [UInt8]) -> Bool { slot(of: folded(name))?.slot == .title }

  /// Whether a field of this name may hold a list of articles.
  /// - Parameter hasTitle: whether the object has a headline; what it calls items are its own then.
  static func isList(_ name: [UInt8], hasTitle: Bool = false) -> Bool {
    let name = folded(name)
    return articleLists.contains(name) || !hasTitle && lists.contains(name)
  }

  private static let htmlRank = 100

  private static let articleLists = Set(
    "articles docs documents hits results stories articlelist newslist corpus"
      .split(separator: " ").map(String.init))

  private static let lists = Set(
    "items data entries rows records response result posts news pages"
      .split(separator: " ").map(String.init))

  private static let names: [(Slot, String)] = [
    (
      .title,
      """
      title headline articletitle newstitle storytitle headlinemain titlerendered pagetitle webtitle \
      heading header headlinetext ogtitle dctitle name subject hl
      """
    ),
    (
      .text,
      """
      text body maintext articlebody articletext fulltext content bodytext contenttext texttext \
      plaintext rawtext cleantext cleanedtext textcontent articlecontent newscontent maincontent \
      storytext newstext story article paragraphs fullcontent document doctext transcript \
      contentrendered bodyhtml contenthtml htmlbody contentencoded articlehtml html message
      """
    ),
    (
      .summary,
      """
      summary description abstract standfirst subtitle subheadline subheading lead leadparagraph dek \
      deck snippet excerpt trailtext shortdescription intro
      """
    ),
    (
      .date,
      """
      datepublished datepublish publisheddate publicationdate published publishedat pubdate \
      publishdate publishedon dateofpublication publicationdatetime publishedtime publishtime \
      datetimepublished firstpublished firstpublicationdate firstpublishedat webpublicationdate \
      articledate articlepublishedtime displaydate issued dateline_date date datetime timestamp time \
      day dcdate created createdat datecreated createdutc posted postdate postedat dateandtime
      """
    ),
    (
      .author,
      "author authors byline bylineoriginal creator creators writer writers by reporter reporters "
        + "journalist authorname authornames articleauthor dccreator contributor contributors"
    ),
    (
      .url,
      "url link articleurl canonicalurl canonicallink canonical weburl sourceurl permalink href "
        + "pageurl originalurl shareurl finalurl responseurl uri storyurl newsurl"
    ),
    (
      .source,
      """
      agency publisher publication publicationname newspaper outlet outletname mediaoutlet medianame \
      sourcename newssource newsagency site sitename website provider source sourcetitle \
      channel feedname brand sourcedomain domain hostname host siteurl
      """
    ),
    (
      .section,
      """
      section sectionname articlesection category categories sectiontitle newsdesk desk topic rubric \
      department subsection genre sections
      """
    ),
    (
      .language, "language lang inlanguage languagecode langcode detectedlanguage locale dclanguage"
    ),
  ]

  private static let table: [String: (slot: Slot, rank: Int)] = {
    var table: [String: (slot: Slot, rank: Int)] = [:]
    for (slot, words) in names {
      for (rank, name) in words.split(separator: " ").enumerated() {
        table[folded(name.utf8)] = (slot, rank)
      }
    }
    return table
  }()
}
