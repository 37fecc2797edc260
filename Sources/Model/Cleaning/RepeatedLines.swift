/// Lines that recur across the files of one archive: menus, notices, blurbs of a site.
///
/// They are counted in a bounded sample. Files that share most of their lines are one article under
/// several names and count once.
public struct RepeatedLines: Hashable, Sendable {
  private(set) var folds: Set<UInt64> = []

  /// None.
  public init() {}

  /// Lines that were kept.
  init(folds: Set<UInt64>) { self.folds = folds }

  /// Whether there is none.
  public var isEmpty: Bool { folds.isEmpty }

  /// How many lines recur.
  public var count: Int { folds.count }

  /// So many files are looked at, and so many bytes of each.
  public static let sampleFiles = 96
  /// So many bytes of each file are looked at.
  public static let sampleBytes = 1 << 16
  /// Fewer files tell nothing.
  private static let leastFiles = 6
  /// A line recurs where it stands in so many files of the sample, and in one of so many.
  private static let leastCount = 4
  private static let leastShare = 25

  /// The lines that recur in a sample of texts, valid UTF-8 each.
  /// - Complexity: O(bytes of the texts).
  public init(sample texts: [[UInt8]]) {
    var counts: [UInt64: Int] = [:]
    var holders: [UInt64: [Int]] = [:]
    var sizes: [Int] = []
    for text in texts.prefix(Self.sampleFiles) {
      let lines = Self.lines(of: text)
      guard !lines.isEmpty else { continue }
      var shared: [Int: Int] = [:]
      for line in lines { for holder in holders[line] ?? [] { shared[holder, default: 0] += 1 } }
      let isRepeat = shared.contains { holder, count in
        count * 2 > min(lines.count, sizes[holder])
      }
      if isRepeat { continue }
      for line in lines {
        counts[line, default: 0] += 1
        holders[line, default: []].append(sizes.count)
      }
      sizes.append(lines.count)
    }
    guard sizes.count >= Self.leastFiles else { return }
    let least = max(Self.leastCount, sizes.count / Self.leastShare)
    folds = Set(counts.filter { $0.value >= least }.keys)
  }

  /// Whether a line is one of them.
  func contains(_ line: Line) -> Bool { folds.contains(Self.key(line)) }

  /// Numbers alone and single letters recur by chance.
  private static func lines(of text: [UInt8]) -> Set<UInt64> {
    var result: Set<UInt64> = []
    for piece in DownloadLines(text[...]) where !piece.span.isEmpty && piece.span.count < 2_000 {
      let line = Line(piece.span, in: text)
      if line.latinLetters + line.foreignLetters >= 3 { result.insert(key(line)) }
    }
    return result
  }

  private static func key(_ line: Line) -> UInt64 {
    UInt64(line.fold) << 32 | UInt64(truncatingIfNeeded: line.words)
  }
}

extension RepeatedLines {
  /// Looks at a sample of the plain texts among files, spread evenly over them.
  public init(sampling paths: [String]) {
    guard paths.count >= Self.leastFiles else {
      self.init()
      return
    }
    let step = max(1, paths.count / Self.sampleFiles)
    let chosen = stride(from: 0, to: paths.count, by: step).prefix(Self.sampleFiles)
    self.init(
      sample: chosen.compactMap { index in
        guard let file = try? OpenedFile(paths[index]), file.stamp != nil,
          let head = try? file.bytes.take(Self.sampleBytes),
          !head.isEmpty, head.first != 0x3C, head.first != 0x7B
        else { return nil }
        let text = TextDecoding.decoded(head)
        let check = UTF8Decoding.check(text.bytes)
        return check.hasNUL || check.controls * 10 > text.bytes.count ? nil : text.bytes
      })
  }
}
