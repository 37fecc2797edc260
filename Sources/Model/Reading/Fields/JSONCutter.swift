/// Cuts a JSON document into its articles while it comes in, piece by piece.
///
/// Articles are the elements of the outermost array, or of an array inside the outermost object
/// whose name says that it is a list (`{"status": "ok", "articles": [...]}`); an object without such
/// a list is an article itself. Only brackets, keys and the ends of strings are looked at.
struct JSONCutter {
  /// One article's bytes.
  struct Cut {
    /// Nil where it is larger than the limit.
    var bytes: [UInt8]?
    /// Its first line, from 1.
    var line: Int
  }

  /// What is wrong with a document; nothing behind it can be cut.
  struct Fault: Error, Hashable {
    var line: Int
    var words: String
  }

  private enum Container { case array, object }

  private static let deepestSpine = 64
  /// Lists are looked for so many objects deep: `{"response": {"docs": [...]}}`.
  private static let deepestWrapper = 3
  private static let longestKey = 64

  private let limit: Int
  /// The brackets around articles: lists, and the objects that hold them.
  private var spine: [Container] = []
  /// Whether the bytes belong to a value that begins and ends with brackets.
  private var inItem = false
  /// Brackets that are open inside that value, and those of them that are arrays.
  private var depth = 0
  private var arrays = 0
  /// Whether the value is no article: what stands beside a list.
  private var isDropped = false
  /// Whether the value may turn out to hold a list of articles.
  private var mayWrap = false
  private var hasTitle = false
  /// Whether the document is a feed, which has a headline of its own beside its items.
  private let isFeed: Bool
  /// A list that may hold articles was just opened; its first element decides.
  private var awaitsElement = false
  private var inString = false
  private var isEscaped = false
  private var lastString: [UInt8] = []
  private var key: [UInt8] = []
  private var held: [UInt8] = []
  private var isTooLarge = false
  private var startLine = 1

  /// The line that was reached, from 1.
  private(set) var line = 1
  /// How many values of lists are no objects.
  private(set) var strays = 0
  /// Whether a list of articles was found.
  var hasList: Bool { !spine.isEmpty }
  /// Whether all brackets are closed.
  var isComplete: Bool { spine.isEmpty && !inItem && !inString }

  /// A cutter.
  /// - Parameter limit: the most bytes of an article.
  init(limit: Int, isFeed: Bool = false) {
    self.isFeed = isFeed
    self.limit = limit
  }

  /// Takes the next piece and hands on the articles that end in it.
  /// - Returns: what is wrong, if anything; nothing more can be taken then.
  mutating func take(_ piece: ArraySlice<UInt8>, _ put: (Cut) -> Void) -> Fault? {
    piece.withUnsafeBytes { piece in
      do throws(Fault) {
        try take(piece, put)
        return nil
      } catch {
        return error
      }
    }
  }

  private mutating func take(
    _ piece: UnsafeRawBufferPointer, _ put: (Cut) -> Void
  ) throws(Fault) {
    var i = 0
    var from = 0
    while i < piece.count {
      if !inItem {
        i = try between(piece, from: i)
        from = i
        continue
      }
      let end = inside(piece, from: i)
      if !inItem {
        // A list has begun: what was held is the head of its wrapper.
        held.removeAll()
        isTooLarge = false
        i = end
        continue
      }
      hold(piece, from..<end)
      i = end
      from = end
      guard depth == 0 else { continue }
      inItem = false
      if !isDropped { put(Cut(bytes: isTooLarge ? nil : held, line: startLine)) }
      held.removeAll(keepingCapacity: held.capacity < 1 << 18)
      isTooLarge = false
    }
  }

  private mutating func hold(_ piece: UnsafeRawBufferPointer, _ range: Range<Int>) {
    if isDropped || isTooLarge { return }
    if held.count + range.count > limit {
      isTooLarge = true
      held = []
    } else {
      held += UnsafeRawBufferPointer(rebasing: piece[range])
    }
  }

  /// Goes on to the bracket at which the next value begins, or to the end.
  private mutating func between(
    _ piece: UnsafeRawBufferPointer, from start: Int
  ) throws(Fault) -> Int {
    var i = start
    while i < piece.count {
      let byte = piece[i]
      if inString {
        if byte == 0x0A { line += 1 }
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          inString = false
        } else if lastString.count < Self.longestKey {
          lastString.append(byte)
        }
        i += 1
        continue
      }
      switch byte {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D, 0x2C: break
      case 0x22:
        guard let outer = spine.last else { throw fault("a string where an object should begin") }
        if outer == .array { strays += 1 }
        inString = true
        lastString.removeAll(keepingCapacity: true)
      case 0x3A: key = lastString
      case 0x7B:
        begin(isDropped: spine.last == .object, mayWrap: spine.isEmpty)
        return i
      case 0x5B:
        if spine.last == .object, !FieldNames.isList(key) {
          begin(isDropped: true, mayWrap: false)
          return i
        }
        guard spine.count < Self.deepestSpine else { throw fault("lists nested too deep") }
        spine.append(.array)
      case 0x5D:
        guard spine.popLast() == .array else { throw fault("a bracket ] that nothing opened") }
      case 0x7D:
        guard spine.popLast() == .object else { throw fault("a bracket } that nothing opened") }
      default:
        if spine.isEmpty { throw fault("words where an object should begin") }
        let isFirst = i == 0 || [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5B].contains(piece[i - 1])
        if spine.last == .array, isFirst { strays += 1 }
      }
      i += 1
    }
    return i
  }

  private mutating func begin(isDropped: Bool, mayWrap: Bool) {
    inItem = true
    depth = 0
    arrays = 0
    startLine = line
    self.isDropped = isDropped
    self.mayWrap = mayWrap
    hasTitle = false
    awaitsElement = false
    key = []
  }

  /// Goes on to the end of the value or of the piece; or to the first article of a list that turned
  /// up in it, which ends the value.
  private mutating func inside(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
    var i = start
    while i < piece.count {
      if inString {
        i = string(piece, from: i)
        continue
      }
      let byte = piece[i]
      if awaitsElement, byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
        awaitsElement = false
        if byte == 0x7B {
          spine += Array(repeating: .object, count: depth - 1) + [.array]
          inItem = false
          return i
        }
      }
      switch byte {
      case 0x22:
        inString = true
        if mayWrap {
          lastString.removeAll(keepingCapacity: true)
          if arrays == 0, !key.isEmpty {
            if FieldNames.isText(key) { mayWrap = false }
            if depth == 1, !isFeed, FieldNames.isTitle(key) { hasTitle = true }
          }
        }
      case 0x7B: depth += 1
      case 0x5B:
        depth += 1
        if mayWrap, arrays == 0, depth <= Self.deepestWrapper + 1 {
          awaitsElement = FieldNames.isList(key, hasTitle: hasTitle)
        }
        arrays += 1
      case 0x7D:
        depth -= 1
        key.removeAll(keepingCapacity: true)
      case 0x5D:
        depth -= 1
        arrays -= 1
      case 0x3A: if mayWrap { key = lastString }
      case 0x2C: if mayWrap, arrays == 0 { key.removeAll(keepingCapacity: true) }
      case 0x0A: line += 1
      default: break
      }
      i += 1
      if depth <= 0 {
        depth = 0
        return i
      }
    }
    return i
  }

  /// Goes on behind the end of a string, or to the end of the piece.
  private mutating func string(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
    var i = start
    while i < piece.count {
      if isEscaped {
        isEscaped = false
        if piece[i] == 0x0A { line += 1 }
        i += 1
        continue
      }
      let end = JSONScanning.endOfRun(in: piece, from: i)
      if mayWrap, lastString.count < Self.longestKey {
        lastString += piece[i..<end].prefix(Self.longestKey - lastString.count)
      }
      i = end
      guard i < piece.count else { return i }
      switch piece[i] {
      case 0x22:
        inString = false
        return i + 1
      case 0x5C: isEscaped = true
      default: line += 1
      }
      i += 1
    }
    return i
  }

  private func fault(_ words: String) -> Fault { Fault(line: line, words: words) }
}
