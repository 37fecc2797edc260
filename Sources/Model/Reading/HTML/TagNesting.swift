import Glibc

/// Sees to it that a page's tags lie in one another only so deep, and have only so many attributes.
///
/// A parser looks through all open elements at many a tag, and makes open formatting elements anew in
/// each paragraph; that takes quadratic time where there are many. Browsers bound the depth, too. Tags
/// beyond the limit become blanks of the same length, so that all offsets and lines stay.
struct TagNesting {
  /// The most elements that lie in one another.
  static let deepest = 400
  /// The most formatting elements that are open at once.
  static let mostFormatting = 200
  /// The most attributes of one tag, and the most bytes of its name.
  static let mostAttributes = 400

  /// The page, without tags that lie too deep.
  private(set) var bytes: [UInt8]
  /// How many tags were taken out.
  private(set) var removed = 0

  /// The hashes of the names of open elements.
  private var open: [UInt32] = []
  private var formatting = 0

  /// Looks a page through.
  /// - Complexity: O(bytes); a page without such tags is not copied.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var blanks: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { scan($0, &blanks) }
    guard !blanks.isEmpty else { return }
    removed = blanks.count
    for range in blanks {
      for at in range where self.bytes[at] != 0x0A { self.bytes[at] = 0x20 }
    }
  }

  private mutating func scan(_ page: UnsafeBufferPointer<UInt8>, _ blanks: inout [Range<Int>]) {
    guard let base = page.baseAddress else { return }
    var at = 0
    while at < page.count, let hit = memchr(base + at, 0x3C, page.count - at) {
      let start = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      at = start + 1
      guard at < page.count else { return }
      let byte = page[at]
      if byte == 0x21 || byte == 0x3F {
        at = endOfMarkup(page, start)
        continue
      }
      let isEnd = byte == 0x2F
      if isEnd { at += 1 }
      guard at < page.count, Bytes.isLetter(page[at]) else { continue }
      let tag = readTag(page, at)
      at = tag.end
      if tag.attributes > Self.mostAttributes {
        blanks.append(start..<tag.end)
      } else if isEnd ? !close(tag.name) : !opens(tag, page) {
        blanks.append(start..<tag.end)
      } else if !isEnd, Self.raw.contains(tag.name) {
        at = endOfRawText(page, tag)
      }
    }
  }

  private struct Tag {
    var name: UInt32
    var nameRange: Range<Int>
    /// Behind the `>`.
    var end: Int
    var attributes: Int
    var isSelfClosed: Bool
  }

  /// Reads a tag from its name on.
  private func readTag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Tag {
    var at = start
    var hash = Bytes.hashStart
    while at < page.count, !Bytes.isSpace(page[at]), page[at] != 0x2F, page[at] != 0x3E {
      hash = Bytes.hash(hash, adding: Bytes.lower(page[at]))
      at += 1
    }
    var tag = Tag(
      name: hash, nameRange: start..<at, end: at, attributes: 0, isSelfClosed: false)
    var inName = false
    while at < page.count {
      let byte = page[at]
      if byte == 0x3E {
        tag.end = at + 1
        return tag
      }
      tag.isSelfClosed = byte == 0x2F
      if Bytes.isSpace(byte) || byte == 0x2F {
        inName = false
      } else if byte == 0x3D, inName {
        at += 1
        while at < page.count, Bytes.isSpace(page[at]) { at += 1 }
        inName = false
        guard at < page.count else { break }
        if page[at] == 0x22 || page[at] == 0x27 {
          let mark = page[at]
          at += 1
          while at < page.count, page[at] != mark { at += 1 }
        } else {
          while at < page.count, page[at] != 0x3E, !Bytes.isSpace(page[at]) { at += 1 }
          continue
        }
      } else if !inName {
        inName = true
        tag.attributes += 1
      }
      at += 1
    }
    tag.end = page.count
    return tag
  }

  private mutating func opens(_ tag: Tag, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    if Self.unnested.contains(tag.name) { return true }
    if Self.formatting.contains(tag.name) {
      guard formatting < Self.mostFormatting else { return false }
      formatting += 1
    }
    guard open.count < Self.deepest else {
      return Self.raw.contains(tag.name)
    }
    open.append(tag.name)
    return true
  }

  /// Closes the element and those inside it; false where it is the end of one that was taken out.
  private mutating func close(_ name: UInt32) -> Bool {
    if Self.formatting.contains(name), formatting > 0 { formatting -= 1 }
    guard let index = open.lastIndex(of: name) else { return open.count < Self.deepest }
    open.removeSubrange(index...)
    return true
  }

  private func endOfMarkup(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    func holds(_ at: Int, _ byte: UInt8) -> Bool { at < page.count && page[at] == byte }
    guard holds(start + 2, 0x2D), holds(start + 3, 0x2D) else {
      var at = start + 1
      while at < page.count, page[at] != 0x3E { at += 1 }
      return min(page.count, at + 1)
    }
    // `<!-->` and `<!--->` are whole comments.
    var at = start + 4
    if holds(at, 0x3E) { return at + 1 }
    if holds(at, 0x2D), holds(at + 1, 0x3E) { return at + 2 }
    while at < page.count {
      if page[at] == 0x2D, holds(at + 1, 0x2D) {
        if holds(at + 2, 0x3E) { return at + 3 }
        if holds(at + 2, 0x21), holds(at + 3, 0x3E) { return at + 4 }
      }
      at += 1
    }
    return page.count
  }

  /// Where the end tag of a script or style stands.
  private func endOfRawText(_ page: UnsafeBufferPointer<UInt8>, _ tag: Tag) -> Int {
    var at = tag.end
    guard let base = page.baseAddress else { return at }
    while at < page.count, let hit = memchr(base + at, 0x3C, page.count - at) {
      let start = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      at = start + 1
      guard at + tag.nameRange.count < page.count, page[at] == 0x2F else { continue }
      let isName = zip(tag.nameRange, (at + 1)...).allSatisfy {
        Bytes.lower(page[$0]) == Bytes.lower(page[$1])
      }
      let behind = at + 1 + tag.nameRange.count
      if isName, behind == page.count || !Bytes.isLetter(page[behind]) { return start }
    }
    return page.count
  }

  /// Elements without content, and those that the next of their kind ends.
  private static let unnested = Bytes.words(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr p "
      + "li dt dd tr td th thead tbody tfoot option optgroup html head body rp rt colgroup caption")
  /// Elements whose words are no markup.
  private static let raw = Bytes.words("script style textarea title xmp iframe noembed noframes")
  /// Elements that gumbo opens again in each paragraph.
  private static let formatting = Bytes.words(
    "b big code em font i nobr s small strike strong tt u")
}
