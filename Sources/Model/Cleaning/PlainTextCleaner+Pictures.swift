extension PlainTextCleaner {
  /// Credits by their sign, the captions that stand before or are glued to them, captions that
  /// carry the site's name, and captions that are given twice.
  mutating func markCreditsAndCaptions() {
    var suffixes: [UInt32: Int] = [:]
    for line in lines {
      if let name = line.siteSuffix { suffixes[Bytes.hash(of: bytes[name.range]), default: 0] += 1 }
    }
    for i in lines.indices where lines[i].mark == nil {
      if let name = lines[i].siteSuffix, suffixes[Bytes.hash(of: bytes[name.range])] ?? 0 >= 2 {
        let isWholeLine = name.start - lines[i].span.start <= 2
        lines[i].mark = isWholeLine ? .navigation : .caption
        if isWholeLine, agency == nil { agency = agencyName(bytes[name.range]) }
      } else if isCredit(lines[i]) {
        lines[i].mark = .credit
      } else if endsInCredit(lines[i]) {
        lines[i].mark = .caption
      }
    }
    // The headline may stand right before the picture's credit.
    let headline = lines.indices.first {
      lines[$0].mark == nil && !rules.sections.contains(lines[$0].fold) && !isBlurb(lines[$0].span)
    }
    for i in lines.indices where lines[i].mark == nil && !lines[i].isProse && i != headline {
      let words = lines[i].words
      guard words >= 2, !isRussianByline(lines[i]) else { continue }
      let near = lines[max(0, i - 3)..<min(lines.count, i + 4)]
      let isTwice = near.filter { $0.fold == lines[i].fold && $0.words == words }.count > 1
      let isBeforeCredit = i + 1 < lines.count && lines[i + 1].mark == .credit
      if (isTwice && near.contains { $0.mark == .credit }) || isBeforeCredit, i > 0 {
        lines[i].mark = .caption
      }
    }
  }

  private static let russianCredits = Set(
    ["фото", "фотография", "иллюстрация", "снимок", "видео", "кадр"].map { Array($0.utf8) })

  private func isCredit(_ line: Line) -> Bool {
    var start = line.span.start
    if bytes[start] == 0x28 || bytes[start] == 0x5B { start += 1 }
    if start + 1 < bytes.count, bytes[start] == 0xC2, bytes[start + 1] == 0xA9 { return true }
    if Letters.behindLabel(bytes, TextSpan(start, line.span.end), Self.russianCredits) != nil,
      line.words <= 16
    {
      return true
    }
    guard line.words <= 16, !line.isProse || line.words <= 10 else { return false }
    for sign in [
      "(c) ", "photo:", "photo by ", "photo credit", "photograph:", "picture:", "image:",
      "image credit", "image source", "credit:", "ap photo", "getty images", "reuters/",
      "file photo", "courtesy of ", "photo courtesy",
    ] as [StaticString] where Bytes.starts(bytes, at: start, with: sign) {
      return true
    }
    return false
  }

  /// `Skaters on the lake. REUTERS/Anna Berg`: the sign of a credit near the end of a short line.
  private func endsInCredit(_ line: Line) -> Bool {
    guard line.words <= 60, line.words >= 3 else { return false }
    let last = bytes[line.span.end - 1]
    guard !line.endsSentence || last == 0x29 else { return false }
    let from = max(line.span.start + 1, line.span.end - 48)
    for sign in [
      " reuters/", " afp/", " epa/", " ap photo", "/getty images", "/ap)", "/reuters)", "/afp)",
      "(photo by ", "(photo: ", "(credit: ",
    ] as [StaticString] {
      for at in from..<line.span.end where Bytes.starts(bytes, at: at, with: sign) { return true }
    }
    return false
  }

  /// `Sputnik` of `Sputnik International`: the name without a word for its edition.
  private func agencyName(_ name: ArraySlice<UInt8>) -> String {
    var words = String(decoding: name, as: UTF8.self).split(separator: " ")
    let editions: Set<String> = ["International", "News", "Online", "Agency", "English"]
    while words.count > 1, let last = words.last, editions.contains(String(last)) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}
