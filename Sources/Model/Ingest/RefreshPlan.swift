import Glibc

/// Part of an archive whose files cannot be looked at, and that is kept for when they can.
public struct KeptPath: Hashable, Sendable {
  /// The path as the user typed it.
  public var path: String
  /// Why it cannot be looked at; nil where it is a folder without any file.
  public var problem: Finding.Problem?
  /// How many files of the archive lie there.
  public var files: Int
  /// How many articles these hold.
  public var articles: Int
}

/// What has to be done to bring an archive up to date.
struct RefreshPlan {
  /// New and changed files in the order of the walk, then those that an older extraction read.
  var toRead: [String] = []
  /// Stamps of these.
  var stamps: [String: FileStamp] = [:]
  /// How many of them are read again only because of an older extraction.
  var stale = 0
  /// How many outcomes are known of files that were read in part.
  var resumed: [String: Int] = [:]
  /// Files that are gone.
  var vanished: [ArchiveWriter.KnownFile] = []
  /// Files that go by another name now.
  var renamed: [(file: ArchiveWriter.KnownFile, path: String)] = []
  /// Paths and folders that cannot be read.
  var refused: [Finding] = []
  /// Paths that cannot be looked at, though the archive has files of them.
  var kept: [KeptPath] = []
  /// The folders of the files.
  var folders: Set<String> = []
  /// Files that did not change, as long as they are few.
  private var unchanged: [String] = []
  /// How many files there are, and the first ones.
  var count = 0
  var firstFiles: [String] = []

  /// So many files are kept in `firstFiles`.
  static let sampledFrom = 4_096

  /// Walks the folders and compares.
  /// - Parameter forgetsMissing: whether what cannot be looked at goes, too.
  /// - Complexity: O(files).
  init(
    _ location: ArchiveLocation, known: KnownFiles, extraction: Int, forgetsMissing: Bool = false
  ) {
    var seen = [Bool](repeating: false, count: known.count)
    var found = [Int](repeating: 0, count: location.roots.count)
    var new: [String] = []
    var stale: [(path: String, stamp: FileStamp)] = []
    var folder: [UInt8] = []
    var plan = Plain()
    StampedWalk.visit(location.roots) { root, step in
      switch step {
      case .refused(let finding): plan.refused.append(finding)
      case .file(let path, let stamp):
        found[root] += 1
        // What cannot be looked at is left to the reader, which says why.
        let stamp = stamp ?? FileStamp(size: 0, modified: 0)
        let place = known.place(of: path)
        if let place, seen[place] { return }
        plan.note(path, folder: &folder)
        guard let place else {
          let text = String(decoding: path, as: UTF8.self)
          guard plan.stamps.updateValue(stamp, forKey: text) == nil else { return }
          new.append(text)
          plan.toRead.append(text)
          return
        }
        seen[place] = true
        let file = known.files[place]
        if file.stamp != stamp || !file.isComplete {
          let text = String(decoding: path, as: UTF8.self)
          plan.stamps[text] = stamp
          plan.toRead.append(text)
        } else if file.extraction != extraction {
          stale.append((String(decoding: path, as: UTF8.self), stamp))
        } else if known.count < Self.sampledFrom {
          plan.unchanged.append(String(decoding: path, as: UTF8.self))
        }
      }
    }
    (toRead, stamps, refused) = (plan.toRead, plan.stamps, plan.refused)
    (folders, count, firstFiles) = (plan.folders, plan.count, plan.firstFiles)
    unchanged = plan.unchanged
    let gone = seen.indices.filter { !seen[$0] }.map { (place: $0, path: known.path($0)) }
    if !gone.isEmpty {
      let paths = keep(gone, of: location, found: found, forgetsMissing: forgetsMissing)
      vanished = paths.map { known.files[$0.place] }.sorted { $0.id < $1.id }
      adoptRenamed(new)
    }
    for path in toRead {
      if let file = known[path], !file.isComplete, file.stamp == stamps[path], file.outcomes > 0,
        file.extraction == extraction
      {
        resumed[path] = file.outcomes
      }
    }
    self.stale = stale.count
    for (path, stamp) in stale {
      toRead.append(path)
      stamps[path] = stamp
    }
  }

  /// Has what did not change read again, too.
  mutating func readAgain(_ known: KnownFiles) {
    for path in unchanged {
      guard let file = known[path] else { continue }
      stamps[path] = file.stamp
      toRead.append(path)
    }
    unchanged = []
  }

  /// What a walk gathers.
  private struct Plain {
    var toRead: [String] = []
    var unchanged: [String] = []
    var stamps: [String: FileStamp] = [:]
    var refused: [Finding] = []
    var folders: Set<String> = []
    var count = 0
    var firstFiles: [String] = []

    /// Notes a file, and its folder where that is another than the last one's.
    mutating func note(_ path: UnsafeRawBufferPointer, folder: inout [UInt8]) {
      count += 1
      if firstFiles.count < RefreshPlan.sampledFrom {
        firstFiles.append(String(decoding: path, as: UTF8.self))
      }
      let slash = path.lastIndex(of: 0x2F) ?? 0
      guard folder.count != slash || !folder.elementsEqual(path[..<slash]) || folders.isEmpty
      else { return }
      folder = Array(path[..<slash])
      folders.insert(slash == 0 ? "/" : String(decoding: folder, as: UTF8.self))
    }
  }

  /// Notes what is kept of files that were not seen, and returns the others.
  ///
  /// A path that is missing, gives an error or is empty may be a disk that is not mounted. What it held
  /// stays until somebody says that it is gone for good; so does what lies below no path at all, as
  /// long as one of the paths cannot be looked at.
  private mutating func keep(
    _ gone: [(place: Int, path: String)], of location: ArchiveLocation, found: [Int],
    forgetsMissing: Bool
  ) -> [(place: Int, path: String)] {
    guard !forgetsMissing else { return gone }
    let unseen = refused.filter { $0.problem != .loop }
    var unreachable: [(path: String, problem: Finding.Problem?)] = unseen.map {
      ($0.path, $0.problem)
    }
    for (root, found) in zip(location.roots, found)
    where found == 0 && !refused.contains(where: { $0.path == root }) {
      unreachable.append((root, nil))
    }
    guard !unreachable.isEmpty else { return gone }
    let isRootMissing = unreachable.contains { location.roots.contains($0.path) }
    var counts = [Int](repeating: 0, count: unreachable.count)
    var left: [(place: Int, path: String)] = []
    for file in gone {
      if let index = unreachable.firstIndex(where: { Self.lies(file.path, in: $0.path) }) {
        counts[index] += 1
      } else if !isRootMissing || location.roots.contains(where: { Self.lies(file.path, in: $0) }) {
        left.append(file)
      }
    }
    for (one, count) in zip(unreachable, counts) where count > 0 {
      kept.append(KeptPath(path: one.path, problem: one.problem, files: count, articles: 0))
    }
    return left
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// A new file with size and time of one that is gone is that file under a new name.
  private mutating func adoptRenamed(_ new: [String]) {
    guard !new.isEmpty, !vanished.isEmpty else { return }
    var gone: [FileStamp: [ArchiveWriter.KnownFile]] = [:]
    for file in vanished where file.isComplete { gone[file.stamp, default: []].append(file) }
    var adopted: Set<String> = []
    var taken: Set<Int> = []
    for path in new {
      // Where several files are alike nobody can tell which is which.
      guard let stamp = stamps[path], let files = gone[stamp], files.count == 1,
        taken.insert(files[0].id).inserted
      else { continue }
      renamed.append((files[0], path))
      adopted.insert(path)
    }
    vanished.removeAll { taken.contains($0.id) }
    toRead.removeAll { adopted.contains($0) }
  }
}
