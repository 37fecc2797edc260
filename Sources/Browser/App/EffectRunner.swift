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

  let archive: any BrowsedArchive
  /// Where the reader's marks are kept; nil where there is no place.
  let marks: (any MarksStore)?
  let mailbox: Mailbox<Message>
  private let pages: LatestOnly<(PageRequest, request: Int, ArchiveWork)>
  /// The page that is being looked for; a newer one ends it.
  private let pageWork = Mutex<ArchiveWork?>(nil)
  private let articles: LatestOnly<(ArticleKey, request: Int)>
  private let searches: LatestOnly<(MatchFinder, ArticleKey, request: Int)>
  private let quotes: LatestOnly<ViewEffect>
  private let views: LatestOnly<ViewEffect>
  private let counts: LatestOnly<ViewEffect>
  /// Changes of marks, in order; none is dropped.
  let changes = DispatchQueue(label: "marks")
  let others = DispatchQueue(label: "others")
  /// A folder may take for ever to answer.
  private let files = DispatchQueue(label: "files")
  let exports = DispatchQueue(label: "exports")
  let exportIsCancelled = Atomic(false)
  private let importing = DispatchQueue(label: "import")
  private let isCancelled = Atomic(false)

  init(
    archive: any BrowsedArchive, mailbox: Mailbox<Message>,
    marks: (any MarksStore)? = nil
  ) {
    self.archive = archive
    self.marks = marks
    let memory = MemoryTrim()
    let answer: @Sendable (ViewEffect) -> Void = {
      mailbox.post(.view($0.answer(from: archive)))
      memory.answered()
    }
    quotes = LatestOnly("quotes", answer)
    views = LatestOnly("views", answer)
    counts = LatestOnly("counts", answer)
    self.mailbox = mailbox
    pages = LatestOnly("pages") { job in
      let page = archive.page(job.0, job.2) { early in
        mailbox.post(.pageArrived(request: job.request, early))
      }
      if let page { mailbox.post(.pageArrived(request: job.request, page)) }
      memory.answered()
    }
    articles = LatestOnly("articles") { job in
      mailbox.post(.articleArrived(request: job.request, job.0, archive.article(job.0)))
    }
    searches = LatestOnly("searches") { job in
      guard let article = archive.article(job.1) else { return }
      let matches = ReaderMatch.all(of: job.0, in: article)
      mailbox.post(.matchesArrived(request: job.request, matches))
    }
  }

  func loadPage(_ page: PageRequest, request: Int) {
    let work = ArchiveWork()
    let old = pageWork.withLock { current in
      defer { current = work }
      return current
    }
    old?.cancel()
    pages.submit((page, request: request, work))
  }

  /// Asks for a group of repeats.
  func loadGroup(_ page: PageRequest, request: Int) {
    others.async { [archive, mailbox] in
      mailbox.post(.groupArrived(request: request, archive.page(page)))
    }
  }

  func completePath(_ begun: String, request: Int) {
    files.async { [mailbox] in
      let offers = HomePath.completions(of: begun).map { Completion(text: $0, count: nil) }
      mailbox.post(.completionsArrived(request: request, offers))
    }
  }

  func complete(_ field: QueryPrefix, beginning: String, request: Int) {
    others.async { [archive, mailbox] in
      let offers = archive.completions(of: field, beginning: beginning, limit: 24)
      mailbox.post(.completionsArrived(request: request, offers))
    }
  }

  func loadArticle(_ key: ArticleKey, request: Int) { articles.submit((key, request: request)) }

  func findMatches(_ finder: MatchFinder, in key: ArticleKey, request: Int) {
    searches.submit((finder, key, request: request))
  }

  /// Asks for what a view shows.
  func load(_ effect: ViewEffect) {
    switch effect {
    case .quotes: quotes.submit(effect)
    case .names, .timeline, .profile, .articles: views.submit(effect)
    case .counts: counts.submit(effect)
    }
  }

  func loadFindings(request: Int) {
    others.async { [archive, mailbox] in
      mailbox.post(.findingsArrived(request: request, archive.findings()))
    }
  }

  /// Fills the archive and keeps it up to date; the first report comes at once, further ones not too
  /// often, the last always.
  func startFeed(_ feed: any ArchiveFeed) {
    importing.async { [self] in
      var last: ContinuousClock.Instant?
      feed.run(isCancelled: { self.isCancelled.load(ordering: .relaxed) }) { report in
        let now = ContinuousClock.now
        if let last, now - last < Self.reportingTime, !report.isFinished { return }
        last = report.done > 0 ? now : last
        mailbox.post(.progress(report))
      }
    }
  }

  /// Lets an import end early.
  func cancelImport() { isCancelled.store(true, ordering: .relaxed) }
}
