/// What can be chosen about reading.
public struct PipelineOptions: Hashable, Sendable {
  /// What can be chosen about reading.
  public var reading = ReadingOptions()
  /// Whether trained weights help to find quotes; rules alone find those in quotation marks best.
  public var usesModel = true
  /// Lines that recur across the files that are read together.
  public var repeats = RepeatedLines()

  /// The usual choice.
  public init() {}
}

/// Bytes of an item to articles: a pure function without state, the same for any order of items.
public struct ArticlePipeline: Sendable {
  /// What can be chosen.
  public let options: PipelineOptions
  private let readers: PageReaders

  /// A pipeline.
  public init(options: PipelineOptions = .init()) {
    self.options = options
    readers = PageReaders(options: options.reading)
  }

  /// The articles of an item, and what was odd in it.
  /// - Throws: why the item holds no article.
  public func articles(
    in item: RawItem
  ) throws(ReadingError) -> (articles: [Article], findings: [Finding]) {
    let read = try readers.pages(of: item)
    var articles: [Article] = []
    var findings = read.findings
    for page in read.pages {
      if page.text.bytes.count > options.reading.largestText {
        let problem = Finding.Problem.textTooLarge(limit: options.reading.largestText)
        findings.append(Finding(path: page.file, problem: problem))
      } else {
        articles.append(article(of: page))
      }
    }
    return (articles, findings)
  }

  /// The article of a page.
  public func article(of page: SourcePage) -> Article {
    let clean = CleanText(cleaning: page, repeats: options.repeats)
    let reading = ReadingText(clean)
    let people = PeopleFinder(reading).find()
    let quotes = QuoteFinder(reading, people: people, usesModel: options.usesModel).find()
    return Article(page, clean, people, quotes)
  }
}
