import Model

/// Why the loop ended.
enum RuntimeExit: Hashable, Sendable {
  /// The user left.
  case quit
  /// The terminal is gone, or a signal asked to end.
  case hangUp
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
  /// So many events at most are taken before the screen is drawn.
  private static let burst = 256

  private let terminal: any Terminal
  private let mailbox: Mailbox<Message>
  private let importer: Importer
  private let runner: EffectRunner
  private var state: BrowserState
  private var shown: CellGrid?
  private var memory = ScreenMemory()
  private var mustRedraw = false
  /// The newest size, where the state does not know it yet: of a storm only the last one counts.
  private var resized: Size?
  private var exit: RuntimeExit?
  /// When the selection will have rested, and for which request.
  private var resting: (request: Int, end: ContinuousClock.Instant)?
  /// Work that waits until the screen is drawn.
  private var background: [Effect] = []

  /// - Parameter mailbox: its `wake` must make `terminal.nextEvent` return `.wake`.
  init(
    terminal: any Terminal, mailbox: Mailbox<Message>, archive: MemoryArchive, importer: Importer,
    archiveName: String, isMouseOn: Bool = true, marks: (any MarksStore)? = nil
  ) {
    self.terminal = terminal
    self.mailbox = mailbox
    self.importer = importer
    runner = EffectRunner(archive: archive, mailbox: mailbox, marks: marks)
    state = BrowserState(size: terminal.size, archiveName: archiveName)
    state.isMouseOn = isMouseOn
    state.keepsMarks = marks != nil
  }

  /// Runs until the user leaves or the terminal is gone; the caller closes the terminal.
  func run() -> RuntimeExit {
    draw()
    handle(.started)
    for effect in background { start(effect) }
    background.removeAll()
    runner.startImport(importer)
    defer { runner.cancelImport() }
    while true {
      take(terminal.nextEvent(until: resting?.end))
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
    case .loadPage, .loadArticle, .findMatches, .loadFindings, .view, .marks:
      background.append(effect)
    case .rest(let request): resting = (request, .now + Self.restingTime)
    case .redraw: redraw()
    case .suspend:
      terminal.suspend()
      redraw()
    case .setMouse(let isOn): terminal.setMouse(isOn)
    case .quit: exit = exit ?? .quit
    }
  }

  /// Hands work to the threads behind the screen.
  private func start(_ effect: Effect) {
    switch effect {
    case .loadPage(let page, let request): runner.loadPage(page, request: request)
    case .loadArticle(let key, let request): runner.loadArticle(key, request: request)
    case .findMatches(let query, let key, let request):
      runner.findMatches(query, in: key, request: request)
    case .loadFindings(let request): runner.loadFindings(request: request)
    case .view(let effect): runner.load(effect)
    case .marks(let effect): runner.change(effect)
    case .rest, .redraw, .suspend, .setMouse, .quit: break
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
