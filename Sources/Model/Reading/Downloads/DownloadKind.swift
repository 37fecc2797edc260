/// Whose download a file of many articles is.
enum DownloadKind: Hashable, CaseIterable {
  /// Nexis: `1 of 250 DOCUMENTS`, labels in capitals.
  case nexis
  /// Nexis Uni and Lexis+: `Body`, `Load-Date:`, `End of Document`.
  case lexis
  /// Factiva: `512 words`, a date, `Document LAKE000020180914ee9e00001`.
  case factiva
  /// Factiva with its codes: `HD`, `PD`, `TD`.
  case factivaCodes
  /// ProQuest: `Full text:`, lines of underscores.
  case proquest
  /// EBSCO: `Record: 1`.
  case ebsco

  /// The kind of a text by its beginning; nil where it is none of them.
  init?(_ head: ArraySlice<UInt8>) {
    var signs = Signs()
    var count = 0
    for line in DownloadLines(head) {
      signs.see(line.words(head))
      count += 1
      if count > 2_000 { break }
    }
    guard let kind = signs.kind else { return nil }
    self = kind
  }

  /// Where a line stands to the articles of a download.
  enum Boundary: Hashable {
    /// An article begins with this line.
    case begins
    /// An article ends with this line.
    case ends
  }

  /// Whether a line parts two articles.
  func boundary(_ line: ArraySlice<UInt8>) -> Boundary? {
    guard line.count < 200 else { return nil }
    switch self {
    case .nexis: return DownloadLines.isCount(line, "documents") ? .begins : nil
    case .lexis: return DownloadLines.equals(line, "end of document") ? .ends : nil
    case .factiva: return DownloadLines.isDocumentNumber(line) ? .ends : nil
    case .factivaCodes:
      guard line.starts(with: [0x41, 0x4E]), line.count > 4 else { return nil }
      let rest = line.dropFirst(2).drop(while: Bytes.isSpace)
      return DownloadLines.isDocumentNumber(rest) ? .ends : nil
    case .proquest: return DownloadLines.isRule(line) ? .begins : nil
    case .ebsco: return DownloadLines.isRecord(line) ? .begins : nil
    }
  }

  /// What was seen of each kind.
  private struct Signs {
    var seen = Set<String>()
    var lastWasWords = 0

    mutating func see(_ line: ArraySlice<UInt8>) {
      if lastWasWords > 0 { lastWasWords -= 1 }
      guard line.count < 400, let first = line.first,
        Bytes.isDigit(first) || Self.firstLetters.contains(Bytes.lower(first))
      else { return }
      if DownloadLines.isCount(line, "documents") { seen.insert("nexis") }
      if DownloadLines.equals(line, "end of document") { seen.insert("lexis end") }
      if DownloadLines.equals(line, "body") { seen.insert("body") }
      if DownloadLines.isDocumentNumber(line) { seen.insert("factiva") }
      if DownloadLines.isRule(line) { seen.insert("rule") }
      if DownloadLines.isRecord(line) { seen.insert("record") }
      if has("words and date"), DownloadLines.starts(line, "(c) ") { seen.insert("copyright") }
      if DownloadLines.isWordCount(line) { lastWasWords = 4 }
      if lastWasWords > 0, line.count < 40, Bytes.isDigit(line.first ?? 0),
        StatedDate.date(String(decoding: line, as: UTF8.self)) != nil
      {
        seen.insert("words and date")
      }
      for label in [
        "load-date:", "length:", "full text:", "title:", "source:", "publication info:",
        "publication date:", "publication title:", "database:",
      ]
      where DownloadLines.starts(line, label) { seen.insert(label) }
      for code in ["HD", "WC", "PD", "SN", "LP", "TD"]
      where line.starts(with: Array(code.utf8)) && line.count > 3
        && (line.dropFirst(2).starts(with: [0x20, 0x20]) || line.dropFirst(2).first == 0x09)
      {
        seen.insert(code)
      }
    }

    /// What signs begin with.
    private static let firstLetters = Array("bdefhlprstw_(".utf8)

    func has(_ signs: String...) -> Bool { signs.allSatisfy(seen.contains) }

    var kind: DownloadKind? {
      if has("rule", "full text:")
        || has("rule", "title:", "publication date:") || has("full text:", "publication date:")
      {
        return .proquest
      }
      if has("nexis") { return .nexis }
      if has("HD", "PD", "SN") || has("HD", "WC", "PD") { return .factivaCodes }
      if has("lexis end", "load-date:") || has("lexis end", "length:")
        || has("body", "length:", "load-date:")
      {
        return .lexis
      }
      if has("record", "title:") && (has("source:") || has("database:")) { return .ebsco }
      return has("factiva") || has("words and date", "copyright") ? .factiva : nil
    }
  }
}
