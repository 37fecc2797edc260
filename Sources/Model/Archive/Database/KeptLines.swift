/// Lines that recur in an archive, as its first files showed.
struct KeptLines: Hashable, Sendable {
  var lines: RepeatedLines
  /// How many files there were to take a sample of.
  var files: Int

  init(lines: RepeatedLines, files: Int) {
    self.lines = lines
    self.files = files
  }

  /// Whether the archive has grown so much that they say too little about it.
  func isOutgrown(by count: Int) -> Bool {
    files < RepeatedLines.sampleFiles && count >= max(RepeatedLines.sampleFiles / 4, files * 4)
  }

  /// Reads what `bytes` wrote.
  init(bytes: [UInt8]) throws(PackedReader.Damaged) {
    var input = PackedReader(bytes)
    files = try input.number()
    var folds: Set<UInt64> = []
    for _ in 0..<(try input.count()) { folds.insert(UInt64(bitPattern: Int64(try input.signed()))) }
    lines = RepeatedLines(folds: folds)
  }

  /// For keeping.
  var bytes: [UInt8] {
    var out = PackedWriter()
    out.number(files)
    out.number(lines.folds.count)
    for fold in lines.folds.sorted() { out.signed(Int(Int64(bitPattern: fold))) }
    return out.bytes
  }
}
