/// Tells the blocks of a page's article from all others, with a reason for each of the others.
///
/// The article's prose names its container: the elements that hold most of it directly. What stands
/// in such a container belongs to the article unless something speaks against it; what stands beside
/// it needs to be prose without a name that says otherwise. A name is heard only below elements that
/// hold much of the page's prose.
struct MainContent {
  /// What becomes of a block.
  enum Verdict: Hashable {
    case kept, title, standfirst
    case removed(RemovalReason)
  }

  private(set) var verdicts: [Verdict]
  private let page: PageAnalysis
  private let headlines: Headlines
  private var title: Int?
  private var isInContainer: [Bool] = []

  /// Judges all blocks of a page.
  init(_ page: PageAnalysis) {
    self.page = page
    headlines = Headlines(page.facts)
    verdicts = [Verdict](repeating: .kept, count: page.page.blocks.count)
    title = headlines.block(of: page)
    findContainers()
    let mayHoldArticles = !otherArticlesAreShort
    for index in verdicts.indices {
      if index == title {
        verdicts[index] = .title
      } else if let reason = objection(to: index, mayHoldArticles) {
        verdicts[index] = .removed(reason)
      }
    }
    removeListsOfOthers()
    removeHeadAndFoot()
    markStandfirst()
  }

  private var blocks: [HTMLBlocks.Block] { page.page.blocks }

  private func isIn(_ index: Int) -> Bool {
    let root = page.tree.nodes[page.root]
    return blocks[index].element >= page.root && blocks[index].element < Int(root.end)
  }

  private func isHeading(_ index: Int) -> Bool {
    if case .heading = blocks[index].kind { true } else { false }
  }

  private func isItem(_ index: Int) -> Bool {
    if case .listItem = blocks[index].kind { true } else { false }
  }

  // MARK: Containers

  /// The element that a paragraph, an item or a row shares with its like.
  private func container(of index: Int) -> Int {
    var at = blocks[index].element
    while at != 0 {
      switch page.tree.nodes[at].tag {
      case .ul, .ol, .li, .blockquote, .table, .tbody, .thead, .tr, .td, .th, .p, .h1, .h2, .h3,
        .h4,
        .h5, .h6, .pre, .dl, .dt, .dd:
        at = Int(page.tree.nodes[at].parent)
      default: return at
      }
    }
    return at
  }

  /// Containers by their element's name, so that an article in several alike counts together.
  private func signature(_ element: Int) -> UInt32 {
    let tag = Bytes.hash(Bytes.hashStart, adding: page.tree.nodes[element].tag.rawValue)
    guard let names = page.tree.value(.class, of: element), !names.isEmpty else {
      return Bytes.hash(of: "\(element)".utf8)
    }
    return names.reduce(tag) { Bytes.hash($0, adding: $1) }
  }

  private mutating func findContainers() {
    var sums: [UInt32: (worth: Float, count: Int)] = [:]
    var signatures: [UInt32] = []
    var total: Float = 0
    for index in blocks.indices {
      let signature = signature(container(of: index))
      signatures.append(signature)
      guard isIn(index), page.worth[index] > 0 else { continue }
      sums[signature, default: (0, 0)].worth += page.worth[index]
      sums[signature]?.count += 1
      total += page.worth[index]
    }
    isInContainer = blocks.indices.map { index in
      guard isIn(index), let sum = sums[signatures[index]] else { return false }
      return sum.worth >= 0.2 * total || sum.count >= 4
    }
  }

  /// Whether `article` elements beside the one that is read are teasers of other articles.
  private var otherArticlesAreShort: Bool {
    var inside: Float = 0
    var all: Float = 0
    for index in blocks.indices where isIn(index) && page.worth[index] > 0 {
      all += page.worth[index]
      if page.around[index].isIn(.article) { inside += page.worth[index] }
    }
    return inside < 0.5 * all
  }

  // MARK: Objections

  private func isProse(_ index: Int) -> Bool {
    let words = page.words[index]
    return words.words >= 10 && words.linkShare < 0.4 && words.stops + words.commas > 0
  }

  /// Posts of social media that the article quotes.
  private func isQuotedPost(_ index: Int) -> Bool {
    let around = page.around[index]
    return around.isIn(.blockquote) && (around.has(.media) || around.has(.social))
  }

  /// Why a block is not part of the article.
  private func objection(to index: Int, _ mayHoldArticles: Bool) -> RemovalReason? {
    let around = page.around[index]
    if around.isHidden { return .other }
    if headlines.matches(page.words[index]) {
      return isHeading(index) || index == title ? .repeat : .teaser
    }
    if let reason = objectionByPlace(index, around, mayHoldArticles) { return reason }
    if !isQuotedPost(index), page.words[index].words <= 40,
      let reason = objectionByWords(index)
    {
      return reason
    }
    guard page.words[index].linkShare > 0.7 else { return isIn(index) ? nil : .other }
    let isOfArticle =
      isInContainer[index] && !(isHeading(index) && around.isIn(.li))
      && (page.words[index].words <= 4 || isItem(index) || blocks[index].kind == .tableRow)
    return isOfArticle ? nil : .teaser
  }

  private func objectionByPlace(
    _ index: Int, _ around: PageAnalysis.Surroundings, _ mayHoldArticles: Bool
  ) -> RemovalReason? {
    let isProse = isProse(index)
    let isRow = blocks[index].kind == .tableRow
    // What rows and cells of a table are called says nothing.
    let least = isRow ? around.distance(.table) : nil
    func says(_ kind: ElementWords) -> Bool { around.has(kind, beyond: least) }
    if around.isIn(.figcaption) || says(.caption) { return .caption }
    if around.isIn(.nav) { return .navigation }
    if says(.comments) && !isQuotedPost(index) { return .comments }
    if around.isIn(.figure) { return .caption }
    if says(.facts), around.has(.facts, within: 2), !isRow,
      !isProse || page.words[index].words < 20
    {
      return .timestamp
    }
    if says(.author) && !isQuotedPost(index) { return .credit }
    if around.isIn(.footer) || around.isIn(.header) || around.isIn(.button) { return .navigation }
    if around.isIn(.aside) || around.isIn(.form) { return .other }
    if !mayHoldArticles, around.isIn(.article) { return .teaser }
    if page.besidePicture[index], !isHeading(index),
      !isProse || (!isInContainer[index] && page.words[index].words <= 30)
    {
      return .caption
    }
    if says(.picture), !isProse { return .caption }
    guard !isQuotedPost(index) else { return nil }
    if says(.media), !isProse, !isRow { return .caption }
    if says(.related) { return .teaser }
    for kind in [ElementWords.social, .navigation] where says(kind) { return .navigation }
    for kind in [ElementWords.signUp, .advertising, .legal, .side] where says(kind) {
      return .other
    }
    guard !isInContainer[index] else { return nil }
    if says(.summary) || says(.unseen) { return .other }
    return around.has(.title, within: 1) && !isHeading(index) ? .other : nil
  }

  private func objectionByWords(_ index: Int) -> RemovalReason? {
    let words = page.words[index]
    let phrases = words.phrases
    let isProse = isProse(index)
    let isBody = isInContainer[index]
    if phrases.contains(.related), words.words <= 4 || words.linkShare > 0.3 || isHeading(index) {
      return .teaser
    }
    if phrases.contains(.credit), !isProse { return .credit }
    if phrases.contains(.promotion),
      words.linkShare > 0.1 || isHeading(index) || !isBody || words.words < 30
    {
      return .other
    }
    if phrases.contains(.legal) { return .other }
    if phrases.contains(.facts), !isProse || !isBody { return .timestamp }
    if phrases.contains(.label), words.words <= 6 { return .navigation }
    return nil
  }

  // MARK: Runs of blocks

  /// Items under a heading that announces other articles.
  private mutating func removeListsOfOthers() {
    var isAnnounced = false
    for index in verdicts.indices {
      if isHeading(index) || (page.words[index].words <= 6 && !isItem(index)) {
        isAnnounced = page.words[index].phrases.contains(.related)
      } else if isItem(index) {
        if isAnnounced, verdicts[index] == .kept { verdicts[index] = .removed(.teaser) }
      } else {
        isAnnounced = false
      }
    }
  }

  /// What stands before the headline, or beside the prose and before or behind it; headings of nothing.
  private mutating func removeHeadAndFoot() {
    let prose = verdicts.indices.filter { verdicts[$0] == .kept && isProse($0) }
    guard let first = prose.first, let last = prose.last else { return }
    for index in verdicts.indices where verdicts[index] == .kept {
      let isBeforeTitle = title.map { index < $0 } ?? false
      if index < first, isBeforeTitle || (!isProse(index) && !isInContainer[index]) {
        verdicts[index] = .removed(.navigation)
      } else if index > last, !isProse(index), !isInContainer[index], !isQuotedPost(index) {
        verdicts[index] = .removed(.other)
      }
    }
    for index in verdicts.indices.reversed() where verdicts[index] == .kept {
      guard isHeading(index) else { return }
      verdicts[index] = .removed(.teaser)
    }
  }

  /// Sentences between headline and text that were left out for their place or name only.
  private mutating func markStandfirst() {
    guard let first = verdicts.firstIndex(of: .kept) else { return }
    let start = title ?? 0
    guard first > start, first - start < 60 else { return }
    var count = 0
    for index in start..<first where count < 6 {
      let words = page.words[index]
      let isNamed =
        page.around[index].has(.summary, within: 5) || headlines.isDescription(words)
      guard case .removed(let reason) = verdicts[index], reason == .other || reason == .navigation,
        isNamed, words.words >= 6, words.linkShare < 0.3, !page.around[index].isHidden
      else { continue }
      verdicts[index] = .standfirst
      count += 1
    }
  }
}

extension PageAnalysis.Surroundings {
  /// How far up the next such element stands.
  func distance(_ tag: HTMLTag) -> UInt8? {
    Self.places[Int(tag.rawValue)].map { tags[$0] }.flatMap { $0 < Self.none ? $0 : nil }
  }

  /// Whether names say so, those beyond a distance only.
  func has(_ kind: ElementWords, beyond least: UInt8?) -> Bool {
    let distance = names[kind.rawValue.trailingZeroBitCount]
    return distance < Self.none && (least.map { distance > $0 } ?? true)
  }
}
