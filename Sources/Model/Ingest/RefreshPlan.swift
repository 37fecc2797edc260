/// What has to be done to bring an archive up to date.
struct RefreshPlan {
  /// New and changed files, in the order of the walk.
  var toRead: [String] = []
  /// All files that are there.
  var found: [String: FileStamp] = [:]
  /// What the archive knows.
  var known: [String: ArchiveWriter.KnownFile]
  /// How many outcomes are known of files that were read in part.
  var resumed: [String: Int] = [:]
  /// Files that are gone.
  var vanished: [ArchiveWriter.KnownFile] = []
  /// Files that go by another name now.
  var renamed: [(file: ArchiveWriter.KnownFile, path: String)] = []
  /// Paths and folders that cannot be read.
  var refused: [Finding] = []
  /// Whether such findings may be in the archive from before.
  var hadLooseFindings: Bool

  /// Walks the folders and compares.
  /// - Complexity: O(files).
  init(_ location: ArchiveLocation, known: [String: ArchiveWriter.KnownFile]) {
    self.known = known
    hadLooseFindings = !known.isEmpty
    var refused: [Finding] = []
    var found: [String: FileStamp] = [:]
    found.reserveCapacity(known.count)
    var new: [String] = []
    var seen = 0
    var toRead: [String] = []
    FileWalk().visit(location.roots) { step, _ in
      switch step {
      case .refused(let finding): refused.append(finding)
      case .file(let path):
        // What cannot be looked at is left to the reader, which says why.
        let stamp = FileStamp(of: path) ?? FileStamp(size: 0, modified: 0)
        guard found.updateValue(stamp, forKey: path) == nil else { return true }
        guard let file = known[path] else {
          new.append(path)
          toRead.append(path)
          return true
        }
        seen += 1
        if file.stamp != stamp || !file.isComplete { toRead.append(path) }
      }
      return true
    }
    self.refused = refused
    self.found = found
    if seen < known.count {
      vanished = known.filter { found[$0.key] == nil }.map(\.value).sorted { $0.id < $1.id }
      // What cannot be looked at this moment is not gone: its folder may come back.
      let unseen = refused.map(\.path)
      let paths = Dictionary(known.map { ($0.value.id, $0.key) }) { first, _ in first }
      vanished.removeAll { file in
        let path = paths[file.id] ?? ""
        return unseen.contains { path.hasPrefix($0 + "/") }
      }
      toRead = adoptRenamed(toRead, new)
    }
    self.toRead = toRead
    for path in toRead {
      if let file = known[path], !file.isComplete, file.stamp == found[path], file.outcomes > 0 {
        resumed[path] = file.outcomes
      }
    }
  }

  /// A new file with size and time of one that is gone is that file under a new name.
  private mutating func adoptRenamed(_ toRead: [String], _ new: [String]) -> [String] {
    guard !new.isEmpty, !vanished.isEmpty else { return toRead }
    var gone: [FileStamp: [ArchiveWriter.KnownFile]] = [:]
    for file in vanished where file.isComplete { gone[file.stamp, default: []].append(file) }
    var adopted: Set<String> = []
    var taken: Set<Int> = []
    for path in new {
      // Where several files are alike nobody can tell which is which.
      guard let stamp = found[path], let files = gone[stamp], files.count == 1,
        taken.insert(files[0].id).inserted
      else { continue }
      renamed.append((files[0], path))
      adopted.insert(path)
    }
    vanished.removeAll { taken.contains($0.id) }
    return toRead.filter { !adopted.contains($0) }
  }
}
