/// Cuts a file into items, reading it once and never holding more than one item of it.
///
/// One for each kind of file that holds many things: archives, crawl dumps, JSON Lines, mailboxes,
/// tables. It does only what must be done in the file's order; `PageReader` does the rest.
public protocol ItemSplitter: Sendable {
  /// Whether the beginning of a file looks like this kind.
  /// - Parameter head: the first bytes of the file, `ItemSplitters.headSize` or all there are.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool

  /// Cuts the file.
  /// - Throws: why the rest of the file cannot be read; items so far stand.
  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError)
}

/// Where a splitter puts what it finds.
public final class ItemSink {
  /// What can be chosen.
  public let options: ReadingOptions
  /// How many archives this file lies in.
  public let depth: Int
  /// The splitters of all kinds, for files inside files.
  public let splitters: ItemSplitters
  private let take: (RawItem) -> Void
  private let note: (Finding) -> Void
  private let stop: () -> Bool
  private var budget: UnfoldingBudget?

  /// A sink.
  /// - Parameters:
  ///   - take: gets the items, in order.
  ///   - note: gets what is odd.
  ///   - stop: whether the rest is not wanted.
  public init(
    options: ReadingOptions, depth: Int = 0, splitters: ItemSplitters? = nil,
    take: @escaping (RawItem) -> Void, note: @escaping (Finding) -> Void,
    stop: @escaping () -> Bool = { false }
  ) {
    self.options = options
    self.depth = depth
    self.splitters = splitters ?? ItemSplitters(options: options)
    self.take = take
    self.note = note
    self.stop = stop
  }

  /// Whether nothing more is wanted; a splitter returns then.
  public var isCancelled: Bool { stop() }

  /// Hands an item on.
  public func put(_ item: RawItem) { take(item) }

  /// Notes what is odd, or why one item is not there.
  public func put(_ finding: Finding) { note(finding) }

  /// The sink of what lies inside an archive.
  /// - Parameter source: the archive; where it is the outermost one, everything that is unfolded in
  ///   it is set against the bytes read from it.
  /// - Throws: `.nestedTooDeep` where that is one archive too many.
  func inner(of file: String, in source: ByteStream) throws(ReadingError) -> ItemSink {
    guard depth < options.deepestNesting else {
      throw ReadingError(path: file, problem: .nestedTooDeep(limit: options.deepestNesting))
    }
    budget = budget ?? UnfoldingBudget(of: source, options: options)
    return sink(depth: depth + 1, take: take)
  }

  /// This sink, with something done to each item before it goes on.
  public func changing(_ change: @escaping (inout RawItem) -> Void) -> ItemSink {
    sink(depth: depth) { [take] item in
      var item = item
      change(&item)
      take(item)
    }
  }

  private func sink(depth: Int, take: @escaping (RawItem) -> Void) -> ItemSink {
    let sink = ItemSink(
      options: options, depth: depth, splitters: splitters, take: take, note: note, stop: stop)
    sink.budget = budget
    return sink
  }

  /// Counts bytes that were unfolded inside the file.
  /// - Throws: where they are too many.
  func unfold(_ count: Int, of path: String) throws(ReadingError) {
    try budget?.unfold(count, of: path)
  }
}

/// Asks each splitter in turn whose kind a file is.
public struct ItemSplitters: Sendable {
  /// So many bytes of a file's beginning decide what it is.
  public static let headSize = 1 << 14

  /// The splitters, most particular first.
  public var splitters: [any ItemSplitter]

  /// The splitters of all kinds.
  public init(options: ReadingOptions = .init()) {
    splitters = [
      CompressedSplitter(), ArchiveSplitter(), WARCSplitter(), ARCSplitter(), FeedSplitter(),
      MailboxSplitter(), DownloadSplitter(), JSONSplitter(), TableSplitter(options: options),
    ]
  }

  /// Cuts a file into items; one that no splitter knows is one item.
  /// - Throws: why it cannot be read, or not further.
  public func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError)
  {
    let head = try bytes.peek(Self.headSize)
    for splitter in splitters where splitter.recognises(head) {
      return try splitter.split(bytes, of: file, into: sink)
    }
    guard let all = try bytes.takeRest(limit: sink.options.largestItem) else {
      throw ReadingError(path: file, problem: .tooLarge(limit: sink.options.largestItem))
    }
    sink.put(RawItem(file: file, bytes: all))
  }
}
