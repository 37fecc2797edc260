import Dispatch
import Model

extension ViewEffect {
  /// What an archive answers; may take long.
  func answer(from archive: any BrowsedArchive) -> ViewMessage {
    switch self {
    case .quotes(let page, let request): .quotes(request: request, archive.quotes(page))
    case .names(let names, let request): .names(request: request, archive.names(names))
    case .timeline(let query, let request):
      .timeline(request: request, archive.timeline(of: query))
    case .profile(let name, let request):
      .profile(request: request, archive.profile(of: name))
    case .articles(let keys, let request):
      .articles(
        request: request, keys.compactMap { key in archive.article(key).map { (key, $0) } })
    case .counts(let filters, let request):
      .counts(
        request: request,
        filters.map { text in
          (try? Query(parsing: text)).map {
            archive.page(PageRequest(query: $0, anchor: .row(0), count: 0)).matching
          }
        })
    }
  }
}

extension MarksEffect {
  /// Makes the change, and has the archive show it.
  func answer(
    from archive: any BrowsedArchive, marks: (any MarksStore)?
  ) -> MarksMessage {
    guard let marks else {
      return .failed(.noPlaceForMarks)
    }
    func applied(_ step: MarksStep) {
      if step.change.isCorrection { archive.correct(Set(step.before.keys)) }
    }
    do {
      switch self {
      case .make(let change, let target, let words):
        let step = try marks.make(change, of: target.articles(in: archive))
        applied(step)
        return .made(step, words: words)
      case .undo(let entry):
        switch entry.step {
        case .marks(let step):
          try marks.undo(step)
          applied(step)
        case .filters(let step): try marks.save(step.before)
        }
        return .undone(entry)
      case .redo(let entry):
        switch entry.step {
        case .marks(let step):
          try marks.redo(step)
          applied(step)
        case .filters(let step): try marks.save(step.after)
        }
        return .redone(entry)
      case .filters(let step, let words):
        try marks.save(step.after)
        return .filtersMade(step, words: words, marks.filters)
      case .listFilters: return .filters(marks.filters)
      case .tags(let request):
        return .tags(request: request, marks.tags().map(\.name))
      }
    } catch {
      return .failed(.nothingKept((error as? ArchiveError)?.words ?? "\(error)"))
    }
  }
}

extension MarksTarget {
  /// The articles, each once.
  fileprivate func articles(in archive: any BrowsedArchive) -> [ArticleID] {
    switch self {
    case .articles(let articles): return articles
    case .naming(let name, _): return archive.articles(naming: name)
    case .matching(let query, _):
      var found: [ArticleID] = []
      while true {
        let page = archive.page(PageRequest(query: query, anchor: .row(found.count), count: 4096))
        let rows = page.rows.dropFirst(max(0, found.count - page.first))
        if rows.isEmpty { return found }
        found += rows.map(\.id)
      }
    }
  }
}

extension EffectRunner {
  /// Waits a moment for changes that are still to be written, so that leaving loses none.
  func finishChanges() {
    let written = DispatchGroup()
    changes.async(group: written) {}
    // Half a file must not stay.
    exports.async(group: written) {}
    _ = written.wait(timeout: .now() + 2)
  }

  /// Keeps where an article was left.
  func keepPlace(_ offset: Int, of article: ArticleID) {
    changes.async { [marks] in marks?.keepPlace(offset == 0 ? nil : offset, of: article) }
  }

  /// Changes marks, one change after the other.
  func change(_ effect: MarksEffect) {
    changes.async { [archive, marks, mailbox] in
      mailbox.post(.marks(effect.answer(from: archive, marks: marks)))
    }
  }
}
