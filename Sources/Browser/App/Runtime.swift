import Glibc
import Model

/// Why the loop ended.
enum RuntimeExit: Hashable, Sendable {
  /// The user left.
  case quit
  /// The terminal is gone, or a signal asked to end.
  case hangUp
  /// The archive is to be opened anew.
  case reopen(Reopening)
}

/// The loop around `update` and `render`.
///
/// ```
/// terminal ──event──▸ Message ─▸ update ─▸ state ─▸ render ─▸ terminal.show
///                        ▴          └─▸ effects ─▸ EffectRunner (off this thread)
///                     mailbox ◂───── answers ◂───────────┘
/// ```
/// All events that wait are taken before the screen is drawn once; where the screen would not
/// change, nothing is sent.
final class Runtime {
  /// How long the selection must rest before the reader follows it.
  private static let restingTime = Duration.milliseconds(100)
  /// How long a key may take to follow another in a sequence that was done at once.
  private static let sequenceTime = Duration.milliseconds(700)
  /// So many events at most are taken before the screen is drawn.
  private static let burst = 256

  private let terminal: any Terminal
  private let mailbox: Mailbox<Message>
  private let feed: any ArchiveFeed
  private let options: SessionOptions
  private let opening: Opening?
  private let runner: EffectRunner
  private var state: BrowserState
  private var shown: CellGrid?
  private var memory = ScreenMemory()
  private var mustRedraw = false
  /// The newest size, where the state does not know it yet: of a storm only the last one counts.
  private var resized: Size?
  private var exit: RuntimeExit?
  /// When the selection will have rested, and the keys, and for which request.
  private var resting: (request: Int, end: ContinuousClock.Instant)?
  private var keysResting: (request: Int, end: ContinuousClock.Instant)?
  /// Work that waits until the screen is drawn.
  private var background: [Effect] = []

  /// - Parameters:
  ///   - mailbox: its `wake` must make `terminal.nextEvent` return `.wake`.
  ///   - trouble: why the archive could not be opened; nil where it is.
  ///   - filter: what the list is filtered by from the start.
  ///   - opening: what is waited for, to end with `.reopen(.opened)`; nil where the archive is there.
  init(
    terminal: any Terminal, mailbox: Mailbox<Message>, feed: any ArchiveFeed, archiveName: String,
    isMouseOn: Bool = true, marks: (any MarksStore)? = nil,
    options: SessionOptions = SessionOptions(), trouble: ArchiveError? = nil, filter: String = "",
    opening: Opening? = nil
  ) {
    self.opening = opening
    self.options = options
    self.terminal = terminal
    self.mailbox = mailbox
    self.feed = feed
    runner = EffectRunner(archive: feed.archive, mailbox: mailbox, marks: marks)
    state = BrowserState(size: terminal.size, archiveName: archiveName)
    state.isMouseOn = isMouseOn
    state.keepsMarks = marks != nil
    state.words = options.words
    state.isRestricted = options.isRestricted
    state.layoutOptions.isLinear = options.isLinear
    state.configure(Configured(options.configuration))
    state.typesetting = options.files?.typesetting() ?? state.typesetting
    state.trouble = trouble.map { ArchiveTrouble($0, isOpen: false) }
    if let query = try? Query(parsing: filter) { state.filter.apply(query, text: filter) }
  }

  /// The filter as it is typed.
  var filter: String { state.filter.text }

  /// A browser that keeps everything in memory.
  convenience init(
    terminal: any Terminal, mailbox: Mailbox<Message>, archive: MemoryArchive, importer: Importer,
    archiveName: String, isMouseOn: Bool = true, marks: (any MarksStore)? = nil
  ) {
    self.init(
      terminal: terminal, mailbox: mailbox, feed: MemoryFeed(archive, importer),
      archiveName: archiveName, isMouseOn: isMouseOn, marks: marks)
  }

  /// Runs until the user leaves or the terminal is gone; the caller closes the terminal.
  func run() -> RuntimeExit {
    draw()
    handle(.started)
    for effect in background { start(effect) }
    background.removeAll()
    runner.startFeed(feed)
    opening?.whenDone { [mailbox] in mailbox.post(.archiveOpened) }
    let watch = watchConfiguration()
    defer { withExtendedLifetime(watch) {} }
    defer {
      runner.cancelImport()
      runner.cancelExport()
      runner.finishChanges()
    }
    while true {
      let ends = [resting?.end, keysResting?.end].compactMap { $0 }
      take(terminal.nextEvent(until: ends.min()))
      if let (request, end) = keysResting, end <= .now {
        keysResting = nil
        handle(.keysRested(request: request))
      }
      if let (request, end) = resting, end <= .now {
        resting = nil
        handle(.rested(request: request))
      }
      var taken = 1
      while exit == nil, taken < Self.burst, let event = terminal.pendingEvent() {
        take(event)
        taken += 1
      }
      takeSize()
      for message in mailbox.takeAll() { handle(message) }
      if let exit { return exit }
      // The screen first: what goes on behind it must not hold up the answer to a key.
      draw()
      for effect in background { start(effect) }
      background.removeAll(keepingCapacity: true)
    }
  }

  private func watchConfiguration() -> ConfigurationWatch? {
    guard let path = options.configurationPath else { return nil }
    return ConfigurationWatch(path: path) { [mailbox] in
      let file = ConfigurationFile(SmallFile.read(path) ?? "", path: path)
      if let mistake = file.mistakes.first {
        // What was in force stays so until the mistake is mended.
        mailbox.post(.told(.configWrong(mistake.text), isWarning: true))
      } else {
        mailbox.post(.configured(Configured(file.configuration)))
      }
    }
  }

  private func take(_ event: TerminalEvent) {
    if case .resize(let size) = event {
      resized = size
      return
    }
    takeSize()
    switch event {
    case .key(let key): handle(.key(key))
    case .mouse(let event): handle(.mouse(event))
    case .paste(let text): handle(.paste(text))
    case .resize: break
    case .resumed: handle(.resumed)
    case .wake: break
    case .hangUp: exit = .hangUp
    }
  }

  private func takeSize() {
    guard let size = resized else { return }
    resized = nil
    handle(.resize(size))
  }

  private func handle(_ message: Message) {
    for effect in update(&state, message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .completePath:
      guard !options.isRestricted else { return refuse(.file) }
      background.append(effect)
    case .loadPage, .loadGroup, .loadArticle, .findMatches, .loadFindings, .complete, .view, .marks:
      background.append(effect)
    case .rest(let request): resting = (request, .now + Self.restingTime)
    case .restKeys(let request): keysResting = (request, .now + Self.sequenceTime)
    case .copy(let text):
      terminal.copy(text)
      // The tool of a restricted session's machine is none of the user's.
      if !options.isRestricted { Clipboard.copy(text) }
    case .run(let program): run(program)
    case .export(let scope, let format, let path, let total, let request):
      // Whatever the state allowed: here it ends.
      guard !options.isRestricted else { return refuse(.file) }
      runner.export(scope, as: format, to: path, total: total, request: request)
    case .cancelExport: runner.cancelExport()
    case .copyAll(let scope, let form): runner.gather(scope, form)
    case .keepTypesetting(let typesetting):
      if !options.isRestricted { options.files?.keep(typesetting) }
    case .keepPlace(let offset, let article): runner.keepPlace(offset, of: article)
    case .redraw: redraw()
    case .suspend:
      guard !options.isRestricted else { return refuse(.shell) }
      terminal.suspend()
      redraw()
    case .setMouse(let isOn): terminal.setMouse(isOn)
    case .reopen(let way): exit = exit ?? .reopen(way)
    case .quit: exit = exit ?? .quit
    }
  }

  /// Hands work to the threads behind the screen.
  private func start(_ effect: Effect) {
    switch effect {
    case .loadPage(let page, let request): runner.loadPage(page, request: request)
    case .loadGroup(let page, let request): runner.loadGroup(page, request: request)
    case .loadArticle(let key, let request): runner.loadArticle(key, request: request)
    case .findMatches(let finder, let key, let request):
      runner.findMatches(finder, in: key, request: request)
    case .loadFindings(let request): runner.loadFindings(request: request)
    case .view(let effect): runner.load(effect)
    case .marks(let effect): runner.change(effect)
    case .completePath(let begun, let request): runner.completePath(begun, request: request)
    case .complete(let field, let begun, let request):
      runner.complete(field, beginning: begun, request: request)
    case .rest, .restKeys, .redraw, .suspend, .setMouse, .quit, .reopen, .copy, .run, .export,
      .cancelExport, .copyAll, .keepTypesetting, .keepPlace:
      break
    }
  }

  /// Gives the terminal to another program; a restricted session starts none, whatever asked for it.
  private func run(_ program: OutsideProgram) {
    guard !options.isRestricted else { return refuse(.program) }
    guard let command = OutsideCommand(program, environment: options.environment) else {
      return handle(.told(.noProgram(program.variable), isWarning: true))
    }
    var outcome: Phrase?
    terminal.lend {
      do throws(ChildProcess.StartError) {
        let status = try ChildProcess.run(
          command.arguments, feeding: input(of: program, command), output: .terminal)
        if status != 0 { outcome = .programFailed(command.arguments[0], status) }
        if command.waits { LentTerminal.waitForEnter(saying: state.words(.pressEnter)) }
      } catch {
        outcome = .notStarted(command.arguments[0], String(cString: strerror(error.number)))
      }
    }
    redraw()
    if let outcome { handle(.told(outcome, isWarning: true)) }
  }

  private func refuse(_ door: Door) { handle(.told(.restricted(door), isWarning: true)) }

  /// What a program reads; nil for the terminal.
  private func input(of program: OutsideProgram, _ command: OutsideCommand) -> ChildProcess.Input? {
    guard case .pipeAll(_, let scope) = program else {
      return command.input.map { text in { _ = $0(Array(text.utf8)) } }
    }
    let archive = runner.archive
    return { write in
      scope.forEach(in: archive) { article in
        guard scope.isOfQuotes else { return write(Array(ArticleText.plain(article).utf8)) }
        return article.quotes.allSatisfy {
          write(Array((Citation(of: article, quote: $0).text(.plain) + "\n\n").utf8))
        }
      }
    }
  }

  private func redraw() {
    terminal.invalidate()
    mustRedraw = true
  }

  private func draw() {
    let grid = memory.draw(state)
    guard mustRedraw || grid != shown else { return }
    terminal.show(grid)
    shown = grid
    mustRedraw = false
  }
}
