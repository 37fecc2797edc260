import CGumbo
import Glibc

/// A page's elements and texts in document order, without anything of the parser's.
struct HTMLTree {
  /// An element or a text.
  struct Node {
    var tag: HTMLTag
    /// The element that holds it; its own index for the root.
    var parent: Int32
    /// One past the last node inside it.
    var end: Int32
    /// The line on which it begins, from 1.
    var line: Int32
    /// A text's bytes in `pool`, or an element's attributes in `attributes`.
    var start: Int32
    var count: Int32
  }

  /// The attributes that reading asks for.
  enum Name: UInt8, CaseIterable {
    case `class`, id, itemprop, itemtype, rel, role, href, style, hidden, content, name, property
    case type, datetime, lang, start, value, reversed, ariaHidden, ariaLabel, testID, component
    case charset, httpEquiv, title

    /// As it stands in a page.
    var word: String {
      switch self {
      case .ariaHidden: "aria-hidden"
      case .ariaLabel: "aria-label"
      case .testID: "data-testid"
      case .component: "data-component"
      case .httpEquiv: "http-equiv"
      default: "\(self)"
      }
    }

    /// Names by their hash; no two share one.
    static let byHash: [UInt32: Name] = Dictionary(
      uniqueKeysWithValues: allCases.map { (Bytes.word($0.word), $0) })
  }

  /// An attribute with its value in `pool`.
  struct Attribute {
    var name: Name
    var start: Int32
    var count: Int32
  }

  /// In document order; the first is the root.
  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// Texts and values, entities resolved; valid UTF-8.
  private(set) var pool: [UInt8] = []

  private var gaps: [(offset: Int, lines: Int)]
  private var gap = 0

  /// Parses a page; nil where that would take more memory than allowed.
  /// - Parameters:
  ///   - sieve: what is left of a page in valid UTF-8.
  ///   - memory: the most bytes that the parser may take meanwhile.
  init?(_ sieve: HTMLSieve, memory: Int) {
    let html = sieve.bytes
    gaps = sieve.gaps
    guard html.count < Int(Int32.max) / 4 else { return nil }
    let isRead = html.withUnsafeBytes { buffer -> Bool in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let page = onrecord_html_parse(start, buffer.count, memory)
      else { return html.isEmpty }
      defer { onrecord_html_free(page) }
      read(onrecord_html_document(page))
      return true
    }
    guard isRead else { return nil }
    if nodes.isEmpty { read(nil) }
    gaps = []
  }

  /// Walks without recursion, since depth is the page's to choose.
  private mutating func read(_ document: UnsafePointer<GumboNode>?) {
    var path: [(node: UnsafePointer<GumboNode>, next: UInt32, index: Int)] = []
    nodes.append(Node(tag: .other, parent: 0, end: 1, line: 1, start: 0, count: 0))
    guard let document else { return }
    path.append((document, 0, 0))
    while let (node, next, index) = path.last {
      guard next < onrecord_child_count(node), let child = onrecord_child(node, next) else {
        nodes[index].end = Int32(nodes.count)
        path.removeLast()
        continue
      }
      path[path.count - 1].next = next + 1
      if onrecord_is_text(child) {
        appendText(child, in: index)
      } else if onrecord_is_element(child) {
        let element = nodes.count
        appendElement(child, in: index)
        if isWanted(element) {
          path.append((child, 0, element))
        } else {
          nodes[element].end = Int32(nodes.count)
        }
      }
    }
  }

  /// Whether anyone will ask what is inside: of scripts only data for machines.
  private func isWanted(_ element: Int) -> Bool {
    switch nodes[element].tag {
    case .style, .svg, .template: false
    case .script:
      value(.type, of: element).map { Bytes.contains($0, word: "ld+json") } ?? false
    default: true
    }
  }

  private mutating func appendText(_ node: UnsafePointer<GumboNode>, in parent: Int) {
    let (start, count) = store(onrecord_text(node))
    nodes.append(
      Node(
        tag: .text, parent: Int32(parent), end: Int32(nodes.count + 1),
        line: line(of: node), start: start, count: count))
  }

  private mutating func appendElement(_ node: UnsafePointer<GumboNode>, in parent: Int) {
    let first = attributes.count
    for index in 0..<onrecord_attribute_count(node) {
      guard let attribute = onrecord_attribute(node, index)?.pointee,
        let name = Self.name(attribute.name)
      else { continue }
      let (start, count) = store(attribute.value)
      attributes.append(Attribute(name: name, start: start, count: count))
    }
    let tag = node.pointee.v.element.tag
    let raw = Int(tag.rawValue)
    nodes.append(
      Node(
        tag: raw < Self.tags.count ? Self.tags[raw] : .other, parent: Int32(parent), end: 0,
        line: line(of: node), start: Int32(first),
        count: Int32(attributes.count - first)))
  }

  /// The line of the page on which a node begins.
  private mutating func line(of node: UnsafePointer<GumboNode>) -> Int32 {
    let position = onrecord_position(node)
    let offset = Int(position.offset)
    // Nodes come nearly in the order of the page.
    while gap < gaps.count, gaps[gap].offset <= offset { gap += 1 }
    while gap > 0, gaps[gap - 1].offset > offset { gap -= 1 }
    let left = gap > 0 ? gaps[gap - 1].lines : 0
    return Int32(truncatingIfNeeded: Int(position.line) + left)
  }

  private mutating func store(_ text: UnsafePointer<CChar>?) -> (start: Int32, count: Int32) {
    guard let text else { return (0, 0) }
    let count = strlen(text)
    let start = pool.count
    text.withMemoryRebound(to: UInt8.self, capacity: count) {
      pool.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
    return (Int32(start), Int32(count))
  }

  private static let tags: [HTMLTag] = (0..<GUMBO_TAG_LAST.rawValue).map { raw in
    guard let name = gumbo_normalized_tagname(GumboTag(rawValue: raw)) else { return .other }
    return HTMLTag.byName[String(cString: name)] ?? .other
  }

  private static func name(_ name: UnsafePointer<CChar>?) -> Name? {
    guard var at = name else { return nil }
    var hash = Bytes.hashStart
    while at.pointee != 0 {
      hash = Bytes.hash(hash, adding: UInt8(bitPattern: at.pointee))
      at += 1
    }
    return Name.byHash[hash]
  }
}

extension HTMLTree {
  /// The bytes of a text.
  func text(_ node: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[node].start)
    return pool[start..<start + Int(nodes[node].count)]
  }

  /// The value of an element's attribute; nil where it has none.
  func value(_ name: Name, of node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].tag != .text else { return nil }
    let first = Int(nodes[node].start)
    for attribute in attributes[first..<first + Int(nodes[node].count)]
    where attribute.name == name {
      return pool[Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)]
    }
    return nil
  }

  /// The value of an element's attribute as a string.
  func string(_ name: Name, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }
}
