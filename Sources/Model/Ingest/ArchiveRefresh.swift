/// Brings an archive up to date with the files that it was made of.
///
/// New and changed files are read on all cores, those that are gone go; what did not change by size and
/// time costs a look at its name. A file that was read in part goes on where it stopped. What an older
/// extraction found is read anew after all else, article by article, so that the old ones can be used
/// meanwhile.
public struct ArchiveRefresh: Sendable {
  /// The archive's file.
  public let location: ArchiveLocation
  /// Reads the files.
  public let importer: Importer
  /// What the reader put right, which the index has to know.
  public let marks: any MarksSource
  /// Whether articles go whose path is missing or empty as a whole; it may be a disk that is not there.
  public var forgetsMissing = false
  /// What finds articles, people and quotes; other than the archive's own only in tests.
  var extraction = Schema.extraction

  /// A refresh of the archive of these paths.
  public init(
    _ location: ArchiveLocation, pipeline: ArticlePipeline = .init(), workers: Int? = nil,
    marks: any MarksSource = NoMarks()
  ) {
    self.location = location
    self.marks = marks
    importer = Importer(paths: location.roots, pipeline: pipeline, workers: workers)
  }

  /// Refreshes; blocks until done.
  ///
  /// - Parameters:
  ///   - isCancelled: asked often; true ends it early, with everything so far committed.
  ///   - progress: told after every commit and about ten times a second between them.
  ///   - folders: told where the files lie.
  ///   - committed: told when others can see something new.
  /// - Throws: why the archive cannot be written; what was committed stands.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (ImportProgress) -> Void = { _ in }, folders: (Set<String>) -> Void = { _ in },
    committed: () -> Void = {}
  ) throws(ArchiveError) {
    do {
      let writer = try ArchiveWriter(location.file)
      var session = RefreshSession(self, writer, isCancelled: isCancelled)
      try session.run(progress: progress, folders: folders, committed: committed)
    } catch {
      throw ArchiveError(path: location.path, error)
    }
  }

  /// Takes over into the index what the reader put right since; returns whether there was anything.
  /// - Throws: why the archive cannot be written.
  public func takeCorrections() throws(ArchiveError) -> Bool {
    do {
      let writer = try ArchiveWriter(location.file)
      let isNew = try writer.takeCorrections(marks.corrections, location)
      try writer.commit()
      return isNew
    } catch {
      throw ArchiveError(path: location.path, error)
    }
  }
}
