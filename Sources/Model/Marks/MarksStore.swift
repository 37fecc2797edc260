/// Marks that can be changed.
///
/// A change is on disk when the call returns, or soon after; it must outlive a connection that drops.
/// Calls may block and may come from any thread at once.
public protocol MarksStore: MarksSource {
  /// Changes the marks of articles together; returns what they were before.
  /// - Throws: why nothing could be written; then nothing has changed.
  func update(
    _ articles: [ArticleID], _ change: @Sendable (ArticleID, inout ArticleMarks) -> Void
  ) throws -> [ArticleID: ArticleMarks]
  /// Keeps the first byte of an article's text that was on the screen when it was left; nil for its
  /// beginning. A place that cannot be written is not kept, and no filter asks for it.
  func keepPlace(_ offset: Int?, of article: ArticleID)
  /// Filters that were given a name, in the order of the names.
  var filters: [SavedFilter] { get }
  /// Keeps filters under their names, all or none; one that is empty is forgotten.
  /// - Throws: why nothing could be written.
  func save(_ filters: [SavedFilter]) throws
}

/// One thing that a reader notes about articles.
public enum MarksChange: Hashable, Sendable {
  case read(Bool)
  case star(Bool)
  case tag(String)
  case untag(String)
  /// Empty takes the note away.
  case note(String)
  /// What was put right, behind what was put right before.
  case correct(Correction)

  /// Notes it.
  public func apply(to marks: inout ArticleMarks) {
    switch self {
    case .read(let isRead): marks.isRead = isRead
    case .star(let isStarred): marks.isStarred = isStarred
    case .tag(let tag): if !marks.tags.contains(tag) { marks.tags.append(tag) }
    case .untag(let tag): marks.tags.removeAll { $0 == tag }
    case .note(let note): marks.note = note
    case .correct(let correction): marks.corrections.append(correction)
    }
  }

  /// Puts back what it changed, and nothing else.
  public func revert(_ marks: inout ArticleMarks, to before: ArticleMarks) {
    switch self {
    case .read: marks.isRead = before.isRead
    case .star: marks.isStarred = before.isStarred
    case .tag, .untag: marks.tags = before.tags
    case .note: marks.note = before.note
    case .correct: marks.corrections = before.corrections
    }
  }

  /// Whether people and quotes change with it.
  public var isCorrection: Bool { if case .correct = self { true } else { false } }
}

/// A change that was made, with what it takes to undo it.
public struct MarksStep: Hashable, Sendable {
  /// What was noted.
  public var change: MarksChange
  /// The marks of the articles before it, of those that it changed.
  public var before: [ArticleID: ArticleMarks]
}

extension MarksStore {
  /// Notes something about articles.
  public func make(_ change: MarksChange, of articles: [ArticleID]) throws -> MarksStep {
    let before = try update(articles) { _, marks in change.apply(to: &marks) }
    return MarksStep(
      change: change,
      before: before.filter { _, marks in
        var after = marks
        change.apply(to: &after)
        return after != marks
      })
  }

  /// Undoes a step.
  public func undo(_ step: MarksStep) throws {
    _ = try update(Array(step.before.keys)) { article, marks in
      if let before = step.before[article] { step.change.revert(&marks, to: before) }
    }
  }

  /// Does a step again that was undone.
  public func redo(_ step: MarksStep) throws {
    _ = try update(Array(step.before.keys)) { _, marks in step.change.apply(to: &marks) }
  }
}
