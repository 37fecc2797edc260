/// A piece of text or markup of a feed, as it stands in the decoded document.
struct FeedText: Hashable {
  /// What the element says about its type, such as `html` or `text/plain`; nil where it is silent.
  var type: String?
  /// Whether it is encoded in base64.
  var isBase64 = false
  /// Whether elements stand inside as they are, not escaped.
  var hasElements = false
  /// Bytes with references resolved, or as they stand where elements stand inside.
  var bytes: [UInt8]
  /// The line of the file on which the bytes begin, from 1.
  var line: Int
  /// The address that relative links count from.
  var base: String?
  /// How deep it lies below its entry, from 0.
  var depth = 0

  /// Whether there is no word in it.
  var isEmpty: Bool { !bytes.contains { $0 > 0x20 } }
}

/// What a feed says about one entry.
struct FeedEntry {
  var title: FeedText?
  var mediaTitle: FeedText?
  var link: String?
  var identifier: String?
  var summaries: [FeedText] = []
  var contents: [FeedText] = []
  var published: String?
  var updated: String?
  var created: String?
  var authors: [String] = []
  var category: String?
  var language: String?
  var publisher: String?
  /// The line of the file on which the entry begins.
  var line = 1
}

/// What a feed says about itself.
struct FeedHead {
  var title: FeedText?
  var language: String?
  var publisher: String?
}
