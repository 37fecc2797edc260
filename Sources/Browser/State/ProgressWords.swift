import Model

/// How far an import has come, in words.
enum ProgressWords {
  /// `41,200 articles, 12 of 300 files, 47 %, 1,700 a second, 12 s left`.
  static func line(_ progress: ImportProgress) -> String {
    var parts = [counted(progress.articles, "article", "articles")]
    parts.append("\(grouped(progress.done)) of \(counted(progress.total, "file", "files"))")
    if progress.refused > 0 { parts.append("\(grouped(progress.refused)) not read") }
    if progress.isFinished {
      parts.append("done in \(duration(progress.seconds))")
    } else {
      parts.append("\(Int(progress.share * 100)) %")
      if progress.rate >= 1 { parts.append("\(grouped(Int(progress.rate))) a second") }
      if let left = progress.secondsLeft { parts.append("\(duration(left)) left") }
    }
    return parts.joined(separator: ", ")
  }

  /// For the first line of the screen: `reading 47 %, 12 s left`.
  static func short(_ progress: ImportProgress, _ words: Words) -> String {
    var text = words(.reading(done: grouped(progress.done), of: grouped(progress.total)))
    if progress.totalBytes > 0, progress.share > 0, progress.total < 100 {
      text = words(.readingShare(Int(progress.share * 100)))
    }
    if let left = progress.secondsLeft, left >= 2 {
      text += ", " + words(.timeLeft(seconds: Int(left.rounded())))
    }
    return text
  }

  /// What is kept of a path that cannot be looked at.
  static func kept(_ kept: KeptPath) -> String {
    let reason = kept.problem.map { Finding(path: kept.path, problem: $0).words } ?? "holds no file"
    return
      "\(kept.path): \(reason); its \(counted(kept.articles, "article is", "articles are")) kept; "
      + "onrecord import --forget-missing takes them out"
  }

  /// What was taken out.
  static func gone(_ files: Int) -> String {
    "\(counted(files, "file is", "files are")) gone; so are their articles"
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  /// `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `12 s`, `3 min 5 s`, `2 h 10 min`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
