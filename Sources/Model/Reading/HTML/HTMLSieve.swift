import Glibc

/// A page without what reading never asks for: scripts, styles, drawings, comments, most attributes.
///
/// That is some three quarters of a news page, which a parser would go through byte by byte. It also
/// sees to it that tags lie in one another only so deep: a parser looks through all open elements at
/// many a tag, and opens formatting elements anew in each paragraph, which takes quadratic time where
/// there are many. Browsers bound the depth, too.
struct HTMLSieve {
  /// The most elements that lie in one another.
  static let deepest = 400
  /// The most formatting elements that are open at once.
  static let mostFormatting = 200
  /// The most attributes of one tag that are kept.
  static let mostAttributes = 40

  /// What is left of the page.
  private(set) var bytes: [UInt8] = []
  /// From an offset of `bytes` on, so many lines of the page were left out before it.
  private(set) var gaps: [(offset: Int, lines: Int)] = []
  /// How many tags were left out because they lie too deep.
  private(set) var tooDeep = 0

  /// The hashes of the names of open elements.
  private var open: [UInt32] = []
  private var formatting = 0
  /// Elements that do not end any more.
  private var endless = Set<UInt32>()

  /// Looks a page through.
  /// - Complexity: O(bytes).
  init(_ page: [UInt8]) {
    bytes.reserveCapacity(page.count / 2)
    page.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ page: UnsafeBufferPointer<UInt8>) {
    guard let base = page.baseAddress else { return }
    var copied = 0
    var at = 0
    while at < page.count, let hit = memchr(base + at, 0x3C, page.count - at) {
      let start = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      at = start + 1
      guard at < page.count else { break }
      let byte = page[at]
      if byte == 0x21 || byte == 0x3F {
        // A document type is a matter for the parser.
        let isType = byte == 0x21 && at + 1 < page.count && page[at + 1] | 0x20 == 0x64
        at = endOfMarkup(page, start)
        if !isType {
          bytes += page[copied..<start]
          leaveOut(page, start..<at)
          copied = at
        }
        continue
      }
      let isEnd = byte == 0x2F
      if isEnd { at += 1 }
      guard at < page.count, Bytes.isLetter(page[at]) else { continue }
      bytes += page[copied..<start]
      let written = bytes.count
      bytes += page[start..<at]
      let tag = readTag(page, at)
      at = tag.end
      if isEnd ? !close(tag.name) : !opens(tag) {
        tooDeep += 1
        bytes.removeSubrange(written...)
        leaveOut(page, start..<at)
      } else if !isEnd, Self.raw.contains(tag.name), !tag.isData {
        let end = endOfRawText(page, tag)
        if !Self.kept.contains(tag.name), end < page.count || !Self.optional.contains(tag.name) {
          leaveOut(page, at..<end)
          at = end
        } else if !Self.optional.contains(tag.name) {
          bytes += page[at..<end]
          at = end
        }
      }
      copied = at
    }
    bytes += page[copied...]
  }

  private mutating func leaveOut(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var lines = 0
    guard let base = page.baseAddress else { return }
    var at = range.lowerBound
    while at < range.upperBound, let hit = memchr(base + at, 0x0A, range.upperBound - at) {
      lines += 1
      at = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
    }
    if lines > 0 { gaps.append((bytes.count, (gaps.last?.lines ?? 0) + lines)) }
  }

  private struct Tag {
    var name: UInt32
    var nameRange: Range<Int>
    /// Behind the `>`.
    var end: Int
    /// Whether it is a script that holds data about the page.
    var isData = false
  }

  /// Reads a tag from its name on and writes what of it is kept.
  private mutating func readTag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Tag {
    var at = start
    var hash = Bytes.hashStart
    while at < page.count, !Bytes.isSpace(page[at]), page[at] != 0x2F, page[at] != 0x3E {
      hash = Bytes.hash(hash, adding: Bytes.lower(page[at]))
      at += 1
    }
    bytes += page[start..<min(at, start + 60)]
    var tag = Tag(name: hash, nameRange: start..<at, end: at)
    var kept = 0
    var isClosed = false
    while at < page.count {
      let byte = page[at]
      if byte == 0x3E {
        isClosed = true
        break
      }
      if Bytes.isSpace(byte) || byte == 0x2F {
        at += 1
        continue
      }
      let name = at
      hash = Bytes.hashStart
      // A name may begin with `=`.
      repeat {
        hash = Bytes.hash(hash, adding: Bytes.lower(page[at]))
        at += 1
      } while at < page.count && !Bytes.isSpace(page[at]) && page[at] != 0x2F && page[at] != 0x3E
        && page[at] != 0x3D
      let nameEnd = at
      var value = at..<at
      while at < page.count, Bytes.isSpace(page[at]) { at += 1 }
      if at < page.count, page[at] == 0x3D {
        at += 1
        while at < page.count, Bytes.isSpace(page[at]) { at += 1 }
        value = endOfValue(page, &at)
      }
      guard kept < Self.mostAttributes, HTMLTree.Name.byHash[hash] != nil else { continue }
      kept += 1
      bytes.append(0x20)
      bytes += page[name..<nameEnd]
      if !value.isEmpty {
        bytes.append(0x3D)
        bytes += page[value]
        tag.isData =
          tag.isData
          || (tag.name == Self.script
            && Bytes.contains(
              UnsafeBufferPointer(rebasing: page[value]), word: "ld+json"))
      }
    }
    tag.end = isClosed ? at + 1 : page.count
    if isClosed { bytes.append(0x3E) }
    leaveOut(page, start..<tag.end)
    return tag
  }

  /// The value at an offset with its marks; moves behind it.
  private func endOfValue(_ page: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Range<Int> {
    let start = at
    guard at < page.count else { return at..<at }
    if page[at] == 0x22 || page[at] == 0x27, let base = page.baseAddress {
      let hit = memchr(base + at + 1, Int32(page[at]), page.count - at - 1)
      at = hit.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) + 1 } ?? page.count
    } else {
      while at < page.count, page[at] != 0x3E, !Bytes.isSpace(page[at]) { at += 1 }
    }
    return start..<at
  }

  private mutating func opens(_ tag: Tag) -> Bool {
    if Self.unnested.contains(tag.name) { return true }
    if Self.formatting.contains(tag.name) {
      guard formatting < Self.mostFormatting else { return false }
      formatting += 1
    }
    guard open.count < Self.deepest else { return Self.raw.contains(tag.name) }
    open.append(tag.name)
    return true
  }

  /// Closes the element and those inside it; false where it may be the end of one left out.
  private mutating func close(_ name: UInt32) -> Bool {
    if Self.formatting.contains(name), formatting > 0 { formatting -= 1 }
    guard let index = open.lastIndex(of: name) else { return open.count < Self.deepest }
    open.removeSubrange(index...)
    return true
  }

  private func endOfMarkup(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    func holds(_ at: Int, _ byte: UInt8) -> Bool { at < page.count && page[at] == byte }
    guard holds(start + 1, 0x21), holds(start + 2, 0x2D), holds(start + 3, 0x2D) else {
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

  /// Where the end tag of an element stands whose words are no markup.
  private mutating func endOfRawText(_ page: UnsafeBufferPointer<UInt8>, _ tag: Tag) -> Int {
    var at = tag.end
    guard !endless.contains(tag.name), let base = page.baseAddress else { return page.count }
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
    endless.insert(tag.name)
    return page.count
  }

  /// Elements without content, and those that the next of their kind ends.
  private static let unnested = Bytes.words(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr p "
      + "li dt dd tr td th thead tbody tfoot option optgroup html head body rp rt colgroup caption")
  /// Elements whose words are no markup, or nothing to read.
  private static let raw = Bytes.words(
    "script style textarea title xmp iframe noembed noframes svg noscript")
  /// Those of them whose words are kept.
  private static let kept = Bytes.words("title xmp")
  /// Those of them that are kept where they do not end.
  private static let optional = Bytes.words("svg noscript")
  private static let script = Bytes.word("script")
  /// Elements that gumbo opens again in each paragraph.
  private static let formatting = Bytes.words(
    "b big code em font i nobr s small strike strong tt u")
}
