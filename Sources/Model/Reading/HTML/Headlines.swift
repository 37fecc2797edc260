/// The headline of a page: as metadata state it, and where it stands in the visible text.
struct Headlines {
  /// Headlines without a site's name behind them, and as they stand, by their folded words.
  private var folds = Set<UInt32>()
  private let descriptions: Set<UInt32>
  /// The words of all stated headlines.
  private var words = Set<UInt32>()
  private let site: Set<UInt32>

  init(_ facts: PageFacts) {
    descriptions = Set(facts.descriptions.map { Self.fold(Array($0.utf8)[...]) })
    site = Set(
      [facts.siteName, facts.metadata.agency].compactMap { $0 }.map {
        Self.fold(Array($0.utf8)[...])
      })
    for headline in facts.headlines {
      let bytes = Array(headline.utf8)
      let cuts = [bytes.count] + Self.separators(in: bytes).map(\.start)
      for cut in cuts where cut > 0 {
        let part = bytes[..<cut]
        guard cut == bytes.count || part.split(separator: 0x20).count >= 3 else { continue }
        folds.insert(Self.fold(part))
      }
      words.formUnion(Self.words(bytes[...]))
    }
    folds.subtract(site)
    folds.remove(Bytes.hashStart)
  }

  /// Whether a block is the headline, case and punctuation ignored.
  func matches(_ block: BlockWords) -> Bool { block.words > 2 && folds.contains(block.fold) }

  /// Whether a block is what metadata give as the article's summary.
  func isDescription(_ block: BlockWords) -> Bool { descriptions.contains(block.fold) }

  /// The block that is the headline: a heading with the stated words; another such block; a heading
  /// of the first level that shares most of its words with the stated headline.
  func block(of page: PageAnalysis) -> Int? {
    let blocks = page.page.blocks
    let last = page.worth.indices.last { page.worth[$0] > 15 } ?? blocks.count
    let candidates = blocks.indices.prefix(last + 1).filter { !page.around[$0].isHidden }
    let matching = candidates.filter { matches(page.words[$0]) }
    if let heading = matching.first(where: {
      blocks[$0].kind.isHeading && page.words[$0].linkShare < 0.5
    })
      ?? matching.first(where: { blocks[$0].kind.isHeading })
      ?? matching.first(where: { page.words[$0].linkShare < 0.5 })
    {
      return heading
    }
    let first = candidates.filter {
      blocks[$0].kind == .heading(level: 1) && (2...40).contains(page.words[$0].words)
        && !site.contains(page.words[$0].fold) && page.words[$0].linkShare < 0.5
    }
    if words.isEmpty, first.count == 1 { return first[0] }
    return first.first { index in
      let own = Self.words(page.page.text[blocks[index].span.range])
      return own.filter { words.contains($0) }.count * 2 >= own.count
    }
  }

  /// A headline without the site's name behind it, where something says that it is one.
  /// - Parameter isConfirmed: whether the words up to an end are the headline by another source.
  static func withoutSite(_ title: String, _ facts: PageFacts) -> String {
    let bytes = Array(title.utf8)
    let others = Set(facts.headlines.map { fold(Array($0.utf8)[...]) })
    var names = [facts.siteName, facts.metadata.agency].compactMap { $0 }.map {
      fold(Array($0.utf8)[...])
    }
    if let host = facts.metadata.url.flatMap({ WebAddress($0) })?.host {
      // `//www.example.com` is `Example`.
      let labels = host.dropFirst(2).split(separator: 0x2E)
      names += labels.map { fold($0) } + [fold(host.dropFirst(2))]
    }
    for cut in separators(in: bytes).reversed() {
      let head = Bytes.trimmed(TextSpan(0, cut.start), in: bytes)
      guard !head.isEmpty else { continue }
      if names.contains(fold(bytes[cut.end...])) || others.contains(fold(bytes[head.range])) {
        return String(decoding: bytes[head.range], as: UTF8.self)
      }
    }
    return title
  }

  /// Where ` | `, ` - ` and their like stand.
  private static func separators(in bytes: [UInt8]) -> [(start: Int, end: Int)] {
    var found: [(start: Int, end: Int)] = []
    for mark in ["|", "-", "–", "—", "·", "•", "::", "»", "«", ":", "/"] {
      let sign = [0x20] + Array(mark.utf8) + [0x20]
      guard bytes.count > sign.count else { continue }
      for at in 0..<(bytes.count - sign.count) where bytes[at...].starts(with: sign) {
        found.append((at, at + sign.count))
      }
    }
    return found.sorted { $0.start < $1.start }
  }

  private static func fold(_ text: ArraySlice<UInt8>) -> UInt32 {
    var hash = Bytes.hashStart
    for byte in text where Bytes.isWord(byte) { hash = Bytes.hash(hash, adding: Bytes.lower(byte)) }
    return hash
  }

  private static func words(_ text: ArraySlice<UInt8>) -> Set<UInt32> {
    Set(text.split { !Bytes.isWord($0) }.map { Bytes.hash(of: $0) })
  }
}

extension BlockKind {
  fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}
