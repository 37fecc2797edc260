import Model

/// Something that happened.
enum Message: Sendable {
  /// The program has begun.
  case started
  case key(Key)
  case mouse(MouseEvent)
  case paste(String)
  case resize(Size)
  /// The program was continued after Ctrl-Z.
  case resumed
  case pageArrived(request: Int, ArticlePage)
  case articleArrived(request: Int, ArticleKey, Article?)
  case findingsArrived(request: Int, [Finding])
  case namesArrived(request: Int, FilterNames)
  case completionsArrived(request: Int, [Completion])
  case matchesArrived(request: Int, [ReaderMatch])
  case progress(ImportProgress)
  /// No key has moved the selection for a moment.
  case rested(request: Int)
}

/// Something to be done outside; its answer comes as a message with the same request number.
enum Effect: Hashable, Sendable {
  case loadPage(PageRequest, request: Int)
  case loadArticle(ArticleKey, request: Int)
  case loadFindings(request: Int)
  case loadNames(of: Query, request: Int)
  case complete(QueryPrefix, beginning: String, request: Int)
  case findMatches(Query, in: ArticleKey, request: Int)
  /// Answer with `rested` after a moment.
  case rest(request: Int)
  case redraw
  case suspend
  case setMouse(Bool)
  case quit
}
