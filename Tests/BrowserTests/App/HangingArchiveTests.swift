import Glibc
import Model
import Synchronization
import Testing

@testable import Browser
@testable import TestSupport

/// An archive whose answers never come, as on a file system that hangs.
private final class HangingArchive: ArticleArchive, ArchiveViews {
  private let shown: MemoryArchive
  private let hangs: Set<Part>
  enum Part { case lists, articles, views, completions }

  init(_ shown: MemoryArchive, hangs: Set<Part>) {
    self.shown = shown
    self.hangs = hangs
  }

  private func hang(_ part: Part) {
    while hangs.contains(part) { usleep(1_000_000) }
  }

  func page(
    _ request: PageRequest, _ work: ArchiveWork, early: (ArticlePage) -> Void
  ) -> ArticlePage? {
    // The first list comes, a filtered one does not.
    if request.query != .everything { hang(.lists) }
    return shown.page(request, work, early: early)
  }
  func article(_ key: ArticleKey) -> Article? {
    hang(.articles)
    return shown.article(key)
  }
  func labels(of articles: [ArticleID]) -> [ArticleID: ArticleLabel] { [:] }
  func findings() -> [Finding] {
    hang(.views)
    return []
  }
  func names(of query: Query, limit: Int, _ work: ArchiveWork) -> FilterNames? { nil }
  func completions(of field: QueryPrefix, beginning: String, limit: Int) -> [Completion] {
    hang(.completions)
    return []
  }
  func forEach(_ query: Query, _ order: ArticleOrder, _ take: (Article) -> Bool) {
    hang(.lists)
  }
  func quotes(_ request: QuotePageRequest) -> QuotePage {
    hang(.views)
    return QuotePage()
  }
  func names(_ request: NamesRequest) -> NamesPage {
    hang(.views)
    return NamesPage()
  }
  func timeline(of query: Query) -> Timeline {
    hang(.views)
    return Timeline()
  }
  func profile(of name: String) -> PersonProfile? {
    hang(.views)
    return nil
  }
  func articles(naming name: String) -> [ArticleID] { [] }
  func correct(_ articles: Set<ArticleID>) {}
}

private struct HangingFeed: ArchiveFeed {
  let archive: any BrowsedArchive
  func run(
    isCancelled: @escaping @Sendable () -> Bool, progress: (ImportProgress) -> Void
  ) {
    progress(ImportProgress(done: 1, total: 2))
    while true { usleep(1_000_000) }
  }
}

/// Keys are answered whatever hangs behind the screen.
@Suite struct HangingArchiveTests {
  private func run(
    _ hangs: Set<HangingArchive.Part>, _ script: [ScriptedTerminal.Step]
  ) -> (ScriptedTerminal, RuntimeExit) {
    let terminal = ScriptedTerminal(columns: 100, rows: 30, script: script)
    let memory = MemoryArchive()
    memory.add(SampleArticles.all)
    let runtime = Runtime(
      terminal: terminal, mailbox: Mailbox(wake: terminal.wake),
      feed: HangingFeed(archive: HangingArchive(memory, hangs: hangs)), archiveName: "samples")
    return (terminal, runtime.run())
  }

  @Test func `a filter that is never answered can be typed, left and quit`() {
    let (terminal, exit) = run(
      [.lists],
      [.waitForText("Harbour council")] + ScriptedTerminal.Step.typing("/ferry")
        + [
          .waitForText("/ ferry"), .resize(60, 20), .waitForText("/ ferry"), .key(.escape),
          .key(.character("?")), .waitForText("KEYS"), .key(.escape), .key(.character("q")),
        ])
    #expect(exit == .quit && terminal.missed == [])
  }

  @Test func `an article that never comes holds nothing up`() {
    let (terminal, exit) = run(
      [.articles],
      [
        .waitForText("Harbour council"), .key(.character("j")), .key(.enter),
        .waitForText("▸READER"),
        .key(.character("]")), .waitForText("on its way"), .key(.escape),
        .key(.character("j")), .resize(120, 40), .waitForText("3 of 4"), .key(.character("q")),
      ])
    #expect(exit == .quit && terminal.missed == [])
  }

  @Test func `views, findings and names that never come hold nothing up`() {
    let (terminal, exit) = run(
      [.views, .completions],
      [
        .waitForText("Harbour council"), .key(.character("Q")), .waitForText("Looking"),
        .key(.escape), .key(.character("T")), .waitForText("TIMELINE"), .key(.escape),
        .key(.character("!")), .waitForText("FINDINGS"), .key(.escape), .key(.character("/")),
        .key(.character("b")), .key(.character("y")), .key(.character(":")), .key(.tab),
        .key(.character("x")), .waitForText("by:x"), .key(.escape), .key(.character("q")),
      ])
    #expect(exit == .quit && terminal.missed == [])
  }

  @Test func `an export that hangs can be stopped and left`() {
    let (terminal, exit) = run(
      [.lists],
      [.waitForText("Harbour council")]
        + ScriptedTerminal.Step.typing(":export /dev/null/never.csv") + [
          .key(.enter), .waitForText("cannot write"), .key(.character("j")),
          .waitForText("2 of 4"), .key(.character("q")),
        ])
    #expect(exit == .quit && terminal.missed == [])
  }
}
