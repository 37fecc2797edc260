/// What can be chosen about reading.
public struct PipelineOptions: Hashable, Sendable {
  /// The most bytes that are read of one file; 64 MB where nothing is said.
  public var largestFile = 64_000_000
  /// Whether trained weights help to find quotes; rules alone find those in quotation marks best.
  public var usesModel = true

  /// The usual choice.
  public init() {}
}

/// Bytes of a file to articles: a pure function without state, the same for any order of files.
public struct ArticlePipeline: Sendable {
  /// What can be chosen.
  public var options: PipelineOptions
  private let readers = PageReaders()

  /// A pipeline.
  public init(options: PipelineOptions = .init()) { self.options = options }

  /// The articles of a file, and what was odd in it.
  /// - Throws: why the file holds no article.
  public func articles(
    in file: RawFile
  ) throws(ReadingError) -> (articles: [Article], findings: [Finding]) {
    let (pages, findings) = try readers.pages(of: file)
    return (pages.map { article(of: $0) }, findings)
  }

  /// The article of a page.
  public func article(of page: SourcePage) -> Article {
    let clean = CleanText(cleaning: page)
    let reading = ReadingText(clean)
    let people = PeopleFinder(reading).find()
    let quotes = QuoteFinder(reading, people: people, usesModel: options.usesModel).find()
    return Article(page, clean, people, quotes)
  }
}
