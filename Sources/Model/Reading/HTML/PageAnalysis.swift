/// Where on a page its article stands, and what lies around each block.
struct PageAnalysis {
  /// What lies around a block: elements and their names, up to one that holds much of all prose.
  ///
  /// An element that holds most of a page's sentences is no side matter, whatever it is called.
  struct Surroundings {
    /// How many elements up the next one stands whose names say so; `none` for none.
    var names = [UInt8](repeating: Self.none, count: ElementWords.count)
    /// Elements around, with the distance.
    var tags = [UInt8](repeating: Self.none, count: Self.tags.count)
    var isHidden = false
    static let none: UInt8 = 40
    static let tags: [HTMLTag] = [
      .article, .main, .aside, .nav, .footer, .header, .form, .figure, .figcaption, .ul, .ol,
      .table,
      .blockquote, .section, .li, .a, .button, .small, .em, .strong,
    ]
    static let places: [Int?] = HTMLTag.allCases.map { tags.firstIndex(of: $0) }

    func has(_ kind: ElementWords, within distance: UInt8 = none - 1) -> Bool {
      names[kind.rawValue.trailingZeroBitCount] <= distance
    }

    func isIn(_ tag: HTMLTag, within distance: UInt8 = none - 1) -> Bool {
      Self.places[Int(tag.rawValue)].map { tags[$0] <= distance } ?? false
    }
  }

  let tree: HTMLTree
  let page: HTMLBlocks
  let facts: PageFacts
  private(set) var words: [BlockWords] = []
  private(set) var around: [Surroundings] = []
  /// How much each block looks like an article's own prose; below zero for links and labels.
  private(set) var worth: [Float] = []
  /// The element that holds the article.
  private(set) var root = 0
  /// The share of a block's words in the article's body for machines; nil where there is none.
  private(set) var bodyShare: [Float?] = []

  /// Whether each block stands alone with a picture.
  private(set) var besidePicture: [Bool] = []

  private var names: [Int: ElementWords] = [:]
  /// How many bytes of text and how many pictures stand before each node.
  private var bytesBefore: [Int] = [0]
  private var picturesBefore: [Int] = [0]
  private var sums: [Float]
  private var total: Float = 0

  init(_ tree: HTMLTree, _ page: HTMLBlocks, _ facts: PageFacts) {
    self.tree = tree
    self.page = page
    self.facts = facts
    sums = [Float](repeating: 0, count: tree.nodes.count)
    for block in page.blocks {
      words.append(BlockWords(block.span, linkBytes: block.linkBytes, in: page.text))
    }
    countPictures()
    besidePicture = page.blocks.indices.map { isBesidePicture($0) }
    let body = facts.articleBody.map { ShingleMatch($0) }
    bodyShare = page.blocks.map { body?.share(of: $0.span, in: page.text) }
    for index in page.blocks.indices { add(max(0, prose(index)), of: index) }
    total = max(1, sums[0])
    // Without the words of readers, for which a page may have more room than for its own.
    for (index, block) in page.blocks.enumerated() where isForeign(block.element) {
      add(-max(0, prose(index)), of: index)
    }
    total = max(1, sums[0])
    around = page.blocks.map { surroundings(of: $0) }
    sums = [Float](repeating: 0, count: tree.nodes.count)
    for index in page.blocks.indices {
      worth.append(guess(index))
      add(worth[index], of: index)
    }
    for (index, node) in tree.nodes.enumerated() where node.tag != .text && node.count > 0 {
      guard let names = tree.value(.itemprop, of: index), Bytes.contains(names, word: "articlebody")
      else { continue }
      var at = index
      while true {
        sums[at] += 50
        if at == 0 { break }
        at = Int(tree.nodes[at].parent)
      }
    }
    root = sums.indices.max { (sums[$0], $0) < (sums[$1], $1) } ?? 0
    if sums[root] <= 0 { root = 0 }
  }

  private mutating func countPictures() {
    for node in tree.nodes {
      let isPicture = node.tag == .img || node.tag == .picture || node.tag == .video
      picturesBefore.append(picturesBefore[picturesBefore.count - 1] + (isPicture ? 1 : 0))
      // White space between tags is nothing.
      let bytes = node.tag == .text && node.count > 3 ? Int(node.count) : 0
      bytesBefore.append(bytesBefore[bytesBefore.count - 1] + bytes)
    }
  }

  private mutating func add(_ value: Float, of index: Int) {
    var at = page.blocks[index].element
    while true {
      sums[at] += value
      if at == 0 { return }
      at = Int(tree.nodes[at].parent)
    }
  }

  /// How much a block looks like prose, by its words alone.
  private func prose(_ index: Int) -> Float {
    let one = words[index]
    guard one.words >= 10, one.linkShare < 0.4, one.stops + one.commas > 0 else { return 0 }
    // Items that begin with a link tell of other articles.
    if case .listItem = page.blocks[index].kind, one.linkShare > 0.1, beginsWithLink(index) {
      return 0
    }
    let value = Float(min(one.words, 80)) * (1 - 2 * one.linkShare)
    // What the page gives to machines may be cut short: it says what belongs, not what does not.
    return (bodyShare[index] ?? 0) > 0.8 ? 2 * value : value
  }

  private func guess(_ index: Int) -> Float {
    let value = prose(index)
    let isOther = isElsewhere(around[index])
    if value > 0 { return isOther ? -2 : value }
    if words[index].linkShare > 0.5 || isOther { return -4 }
    switch page.blocks[index].kind {
    case .tableRow, .listItem, .heading, .preformatted: return 0
    case .paragraph, .blockQuote, .standfirst: return -1
    }
  }

  /// Whether the first words of a block are a link.
  func beginsWithLink(_ index: Int) -> Bool {
    let block = page.blocks[index]
    var at = Int(tree.nodes[block.firstText].parent)
    while at > block.element {
      if tree.nodes[at].tag == .a { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  /// Whether a picture stands close to a block, with few words but the block's beside it.
  private func isBesidePicture(_ index: Int) -> Bool {
    guard words[index].words <= 60 else { return false }
    let block = page.blocks[index]
    var at = block.element
    for _ in 0..<3 {
      let end = Int(tree.nodes[at].end)
      guard at != 0, bytesBefore[end] - bytesBefore[at] <= block.span.count * 2 + 120 else {
        return false
      }
      if picturesBefore[end] > picturesBefore[at] { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  private func isElsewhere(_ around: Surroundings) -> Bool {
    around.has(.comments) || around.has(.related) || around.has(.legal) || around.has(.side)
      || around.has(.advertising) || around.isIn(.nav) || around.isIn(.footer)
      || around.isIn(.aside)
      || around.isHidden || around.isIn(.form) || around.isIn(.figcaption)
  }

  /// Whether readers wrote it, or it is the page's foot.
  private mutating func isForeign(_ element: Int) -> Bool {
    var at = element
    while at != 0 {
      let tag = tree.nodes[at].tag
      if tag == .footer || tag == .nav || tag == .aside, sums[at] < 0.5 * total { return true }
      if tree.nodes[at].count > 0, sums[at] < 0.9 * total, tag != .body, tag != .html {
        let names = self.names(of: at)
        if names.contains(.comments), names.isDisjoint(with: [.article, .body]) { return true }
      }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  private mutating func names(of element: Int) -> ElementWords {
    if let known = names[element] { return known }
    let found = ElementWords(of: element, in: tree)
    names[element] = found
    return found
  }

  private mutating func surroundings(of block: HTMLBlocks.Block) -> Surroundings {
    var found = Surroundings()
    var at = Int(tree.nodes[block.firstText].parent)
    var distance: UInt8 = 0
    while at != 0, distance < Surroundings.none, sums[at] < 0.4 * total {
      let tag = tree.nodes[at].tag
      if tag == .body || tag == .html { break }
      if let place = Surroundings.places[Int(tag.rawValue)] {
        found.tags[place] = min(found.tags[place], distance)
      }
      if tree.nodes[at].count > 0 {
        var bits = names(of: at).rawValue
        while bits != 0 {
          let bit = bits.trailingZeroBitCount
          bits &= bits - 1
          found.names[bit] = min(found.names[bit], distance)
        }
        if tree.hidesItself(at) { found.isHidden = true }
      }
      distance += 1
      at = Int(tree.nodes[at].parent)
    }
    return found
  }
}
