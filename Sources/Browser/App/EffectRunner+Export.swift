import Glibc
import Model

extension EffectRunner {
  /// Writes articles or quotes to a new file, off the thread of the loop.
  func export(
    _ scope: ExportScope, as format: ExportFormat, to path: String, total: Int, request: Int
  ) {
    exportIsCancelled.store(false, ordering: .relaxed)
    exports.async { [self] in
      var told = ContinuousClock.now
      let outcome = write(scope, as: format, to: HomePath.expanded(path)) { done in
        guard ContinuousClock.now - told > Self.reportingTime else { return }
        told = .now
        mailbox.post(.exportWent(request: request, done: done))
      }
      let (phrase, isWarning): (Phrase, Bool) =
        switch outcome {
        case .failure(let error): (.cannotExport(path, error.reason), true)
        case .success(nil): (.exportStopped(path), false)
        case .success(let count?) where scope.isOfQuotes:
          (.quotesExported(count.quotes, path), false)
        case .success(let count?) where count.articles < total:
          (.exportedFewer(count.articles, of: total, path), true)
        case .success(let count?): (.exported(count.articles, path), false)
        }
      mailbox.post(.exportEnded(request: request, phrase, isWarning: isWarning))
    }
  }

  /// Lets an export end early.
  func cancelExport() { exportIsCancelled.store(true, ordering: .relaxed) }

  /// How much was written; nil where it was cancelled.
  ///
  /// What is not whole is taken away again.
  private func write(
    _ scope: ExportScope, as format: ExportFormat, to path: String, progress: (Int) -> Void
  ) -> Result<(articles: Int, quotes: Int)?, OutputError> {
    // A file that is there already is never written over.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return .failure(.system(errno: errno)) }
    defer { close(descriptor) }
    var file = OutputFile(descriptor: descriptor)
    var count = (articles: 0, quotes: 0)
    do throws(OutputError) {
      try file.write(format.head)
      var failure: OutputError?
      let unread = scope.forEach(in: archive) { article in
        guard !exportIsCancelled.load(ordering: .relaxed) else { return false }
        do throws(OutputError) {
          try file.write(
            scope.isOfQuotes ? format.quoteBytes(of: article) : format.bytes(of: article))
        } catch {
          failure = error
          return false
        }
        count.articles += 1
        count.quotes += article.quotes.count
        progress(count.articles)
        return true
      }
      if let failure { throw failure }
      if let unread { throw .unread(unread) }
      try file.write(format.foot)
      try file.flush()
    } catch {
      unlink(path)
      return .failure(error)
    }
    guard exportIsCancelled.load(ordering: .relaxed) else { return .success(count) }
    unlink(path)
    return .success(nil)
  }

  /// Gathers citations, or quotes alone, for the clipboard.
  func gather(_ scope: ExportScope, _ form: Citation.Form?) {
    others.async { [archive, mailbox] in
      let (text, what) = scope.gathered(from: archive, form)
      mailbox.post(.gathered(text, what))
    }
  }
}

extension ExportScope {
  /// No terminal takes more than some such number of bytes on its clipboard.
  private static let mostCopied = 500_000

  /// Citations in a form, or quotes alone, and what that is.
  func gathered(
    from archive: any BrowsedArchive, _ form: Citation.Form?
  ) -> (String, Phrase) {
    var texts: [String] = []
    var size = 0
    forEach(in: archive) { article in
      let citations =
        isOfQuotes
        ? article.quotes.map { Citation(of: article, quote: $0) } : [Citation(of: article)]
      for citation in citations {
        let text = form.map { citation.text($0) } ?? citation.quotedWords ?? ""
        texts.append(text)
        size += text.utf8.count
      }
      return size < Self.mostCopied
    }
    let what: Phrase = form == nil ? .copyQuotes(texts.count) : .copyCitations(texts.count)
    let isList = form == .csl && texts.count > 1
    return (
      isList ? "[\(texts.joined(separator: ",\n"))]" : texts.joined(separator: "\n\n"), what
    )
  }

  /// Calls `take` for each article, with the quotes that are meant alone where quotes are, until it
  /// returns false.
  /// - Returns: why the archive could not be read to its end; nil where it could.
  @discardableResult
  func forEach(in archive: any BrowsedArchive, _ take: (Article) -> Bool) -> ArchiveError? {
    switch self {
    case .matching(let query, let order):
      guard let database = archive as? DatabaseArchive else {
        archive.forEach(query, order, take)
        return nil
      }
      do throws(ArchiveError) { try database.visit(query, order, take) } catch { return error }
    case .articles(let keys):
      for key in keys {
        if let article = archive.article(key), !take(article) { return nil }
      }
    case .quotes(let keys): _ = Self.forEach(keys, in: archive, take)
    case .quotesMatching(let query, let speaker, let order):
      var first = 0
      while true {
        let page = archive.quotes(
          QuotePageRequest(
            query: query, speaker: speaker, order: order, first: first, count: Self.pageSize))
        // Behind the end an archive gives its last page again.
        let rows = page.rows.dropFirst(max(0, first - page.first))
        guard !rows.isEmpty, Self.forEach(rows.map(\.key), in: archive, take) else { return nil }
        first += rows.count
      }
    }
    return nil
  }

  private static let pageSize = 1_000

  /// Quotes one after the other belong together where they stand in one article.
  private static func forEach(
    _ keys: [QuoteKey], in archive: any BrowsedArchive, _ take: (Article) -> Bool
  ) -> Bool {
    var start = 0
    while start < keys.count {
      let end = keys[start...].firstIndex { $0.article != keys[start].article } ?? keys.count
      if var article = archive.article(keys[start].article) {
        let all = article.quotes
        article.quotes = keys[start..<end].map(\.index).filter(all.indices.contains).map { all[$0] }
        guard take(article) else { return false }
      }
      start = end
    }
    return true
  }
}

/// Paths as a shell would read them.
enum HomePath {
  /// With the home folder for `~` at the beginning.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// Files and folders that begin so, as they would be typed; folders end in `/`.
  static func completions(of begun: String) -> [String] {
    let slash = begun.lastIndex(of: "/")
    let folder = slash.map { String(begun[...$0]) } ?? ""
    let name = slash.map { begun[begun.index(after: $0)...] } ?? begun[...]
    guard let stream = opendir(folder.isEmpty ? "." : expanded(folder)) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while found.count < mostOffers, let entry = readdir(stream) {
      let text = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard text.hasPrefix(name), text != ".", text != "..",
        !text.hasPrefix(".") || name.hasPrefix(".")
      else { continue }
      let isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
      found.append(folder + text + (isFolder ? "/" : ""))
    }
    return found.sorted()
  }

  private static let mostOffers = 1_000
}
