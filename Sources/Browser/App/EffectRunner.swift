import Dispatch
import Model
import Synchronization

/// Does what `update` asks for, off the thread of the loop; answers go to the mailbox.
///
/// The queues have threads of their own: an archive may block, and Swift's pool of threads must not
/// be held up.
final class EffectRunner: Sendable {
  /// The least time between two reports of an import, so that they do not flood a slow line.
  static let reportingTime = Duration.milliseconds(100)

  let archive: MemoryArchive
  /// Where the reader's marks are kept; nil where there is no place.
  let marks: (any MarksStore)?
  let mailbox: Mailbox<Message>
  private let pages: LatestOnly<(PageRequest, request: Int)>
  private let articles: LatestOnly<(ArticleKey, request: Int)>
  private let searches: LatestOnly<(Query, ArticleKey, request: Int)>
  private let quotes: LatestOnly<ViewEffect>
  private let views: LatestOnly<ViewEffect>
  /// Changes of marks, in order; none is dropped.
  let changes = DispatchQueue(label: "marks")
  let others = DispatchQueue(label: "others")
  private let importing = DispatchQueue(label: "import")
  private let isCancelled = Atomic(false)

  init(
    archive: MemoryArchive, mailbox: Mailbox<Message>, marks: (any MarksStore)? = nil
  ) {
    self.archive = archive
    self.marks = marks
    quotes = LatestOnly("quotes") { mailbox.post(.view($0.answer(from: archive))) }
    views = LatestOnly("views") { mailbox.post(.view($0.answer(from: archive))) }
    self.mailbox = mailbox
    pages = LatestOnly("pages") { job in
      mailbox.post(.pageArrived(request: job.request, archive.page(job.0)))
    }
    articles = LatestOnly("articles") { job in
      mailbox.post(.articleArrived(request: job.request, job.0, archive.article(job.0)))
    }
    searches = LatestOnly("searches") { job in
      guard let article = archive.article(job.1) else { return }
      let matches = ReaderMatch.all(of: MatchFinder(job.0), in: article)
      mailbox.post(.matchesArrived(request: job.request, matches))
    }
  }

  func loadPage(_ page: PageRequest, request: Int) { pages.submit((page, request: request)) }

  func loadArticle(_ key: ArticleKey, request: Int) { articles.submit((key, request: request)) }

  func findMatches(_ query: Query, in key: ArticleKey, request: Int) {
    searches.submit((query, key, request: request))
  }

  /// Asks for what a view shows.
  func load(_ effect: ViewEffect) {
    switch effect {
    case .quotes: quotes.submit(effect)
    case .names, .timeline, .profile, .articles: views.submit(effect)
    }
  }

  func loadFindings(request: Int) {
    others.async { [archive, mailbox] in
      mailbox.post(.findingsArrived(request: request, archive.findings()))
    }
  }

  /// Reads the files; the first report comes at once, further ones not too often, the last always.
  func startImport(_ importer: Importer) {
    importing.async { [self] in
      let last = Mutex<ContinuousClock.Instant?>(nil)
      importer.run(into: archive, isCancelled: { self.isCancelled.load(ordering: .relaxed) }) {
        report in
        let isDue = last.withLock { last in
          let now = ContinuousClock.now
          if let last, now - last < Self.reportingTime, !report.isFinished { return false }
          last = report.done > 0 ? now : last
          return true
        }
        if isDue { mailbox.post(.progress(report)) }
      }
    }
  }

  /// Lets an import end early.
  func cancelImport() { isCancelled.store(true, ordering: .relaxed) }
}
