import Synchronization

/// Marks that are gone when the program ends.
public final class MemoryMarks: MarksStore {
  private struct Contents {
    var marks: [ArticleID: ArticleMarks] = [:]
    var filters: [String: String] = [:]
    var version = 0
  }
  private let contents = Mutex(Contents())

  /// No marks yet.
  public init() {}

  /// The marks of an article.
  public func marks(of article: ArticleID) -> ArticleMarks {
    contents.withLock { $0.marks[article] ?? ArticleMarks() }
  }

  /// All articles with a mark.
  public func articles(_ wanted: MarksWanted) -> Set<ArticleID> {
    contents.withLock { contents in
      Set(
        contents.marks.filter { _, marks in
          switch wanted {
          case .starred: marks.isStarred
          case .read: marks.isRead
          case .noted: !marks.note.isEmpty
          case .tagged(let begin):
            marks.tags.contains { tag in
              var folded: [UInt8] = []
              Folding.append(Array(tag.utf8), to: &folded)
              return folded.starts(with: Array(" \(begin)".utf8))
            }
          }
        }.keys)
    }
  }

  /// All tags, most used first.
  public func tags() -> [(name: String, count: Int)] {
    let counts = contents.withLock { contents in
      contents.marks.values.reduce(into: [String: Int]()) { counts, marks in
        for tag in marks.tags { counts[tag, default: 0] += 1 }
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Grows with every change.
  public var version: Int { contents.withLock { $0.version } }

  public func keepPlace(_ offset: Int?, of article: ArticleID) {
    contents.withLock { contents in
      var marks = contents.marks[article] ?? ArticleMarks()
      marks.place = offset
      contents.marks[article] = marks.isEmpty ? nil : marks
    }
  }

  public var filters: [SavedFilter] {
    contents.withLock { contents in
      contents.filters.sorted { $0.key < $1.key }.map {
        SavedFilter(name: $0.key, filter: $0.value)
      }
    }
  }

  public func save(_ filters: [SavedFilter]) {
    contents.withLock { contents in
      for filter in filters {
        contents.filters[filter.name] = filter.filter.isEmpty ? nil : filter.filter
      }
    }
  }

  /// Whether any article was put right.
  public var hasCorrections: Bool {
    contents.withLock { $0.marks.values.contains { !$0.corrections.isEmpty } }
  }

  /// Changes the marks of articles together.
  public func update(
    _ articles: [ArticleID], _ change: @Sendable (ArticleID, inout ArticleMarks) -> Void
  ) -> [ArticleID: ArticleMarks] {
    contents.withLock { contents in
      var before: [ArticleID: ArticleMarks] = [:]
      for article in articles {
        var marks = contents.marks[article] ?? ArticleMarks()
        before[article] = before[article] ?? marks
        change(article, &marks)
        contents.marks[article] = marks.isEmpty ? nil : marks
      }
      contents.version += 1
      return before
    }
  }
}
