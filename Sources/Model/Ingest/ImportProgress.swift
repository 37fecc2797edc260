/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Files that were read or refused.
  public var done: Int
  /// Files that were found so far.
  public var total: Int
  /// Files that could not be read.
  public var refused: Int
  /// Whether nothing more will come.
  public var isFinished: Bool
  /// Articles that were read.
  public var articles = 0
  /// Bytes that were read, and that there are to read, where that is known.
  public var doneBytes = 0
  /// Bytes of the files that are to be read.
  public var totalBytes = 0
  /// Seconds since the first file.
  public var seconds = 0.0
  /// Grows when there is something new to list.
  public var version = 0
  /// Whether another program is writing to the archive.
  public var isElsewhere = false
  /// How many files are read again, since this version finds more in them than the one that read them.
  public var stale = 0
  /// How many files were taken out, since they are gone.
  public var gone = 0
  /// What cannot be looked at and is kept.
  public var kept: [KeptPath] = []
  /// Why it ended before its end; nil where it did not.
  public var failure: ArchiveError?

  /// A progress report.
  public init(done: Int = 0, total: Int = 0, refused: Int = 0, isFinished: Bool = false) {
    self.done = done
    self.total = total
    self.refused = refused
    self.isFinished = isFinished
  }

  /// The share that is done, 0 to 1.
  public var share: Double {
    if totalBytes > 0 { return max(0, min(1, Double(doneBytes) / Double(totalBytes))) }
    return total > 0 ? Double(done) / Double(total) : isFinished ? 1 : 0
  }

  /// Articles a second; 0 before there is anything to count.
  public var rate: Double { seconds > 0 ? Double(articles) / seconds : 0 }

  /// Seconds that are left at the pace so far; nil while that cannot be told.
  public var secondsLeft: Double? {
    guard seconds >= 1, share > 0.005, !isFinished else { return nil }
    return seconds / share * (1 - share)
  }
}
