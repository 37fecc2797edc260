import Dispatch
import Model

/// Opens the terminal, runs the browser in it until the user leaves, and gives the terminal back.
///
/// An archive that cannot be used is told of on the screen, where the user chooses what becomes of it;
/// one that takes long to open is waited for behind the screen.
/// - Parameter open: opens the articles in one of the ways; throws why it cannot.
/// - Throws: why there can be no screen.
func runBrowser(
  title: String, mouse: Bool, color: ColorMode, marks: (any MarksStore)?,
  options: SessionOptions = SessionOptions(),
  open: @escaping @Sendable (Reopening) throws(ArchiveError) -> any ArchiveFeed
) throws(TerminalError) {
  let mouse = mouse && options.configuration.mouse != false
  func opening(_ way: Reopening) -> Opening {
    Opening { () throws(ArchiveError) in try open(way) }
  }
  var opened = opening(.again)
  let terminal = try NcursesTerminal(
    mouse: mouse, color: color, appearance: options.configuration.appearance)
  var filter = ""
  while true {
    let result = opened.wait(BrowserPatience.opening)
    var feed: any ArchiveFeed = WaitingFeed()
    var trouble: ArchiveError?
    switch result {
    case .success(let found)?: feed = found
    case .failure(let error)?: trouble = error
    case nil: break
    }
    let runtime = Runtime(
      terminal: terminal, mailbox: Mailbox(wake: terminal.wake), feed: feed, archiveName: title,
      isMouseOn: mouse, marks: marks, options: options, trouble: trouble, filter: filter,
      opening: result == nil ? opened : nil)
    guard case .reopen(let way) = runtime.run() else { break }
    filter = runtime.filter
    if way != .opened { opened = opening(way) }
  }
  terminal.close()
  terminal.endAsAsked()
}

/// How long the screen waits for what it cannot do without.
enum BrowserPatience {
  static let opening = DispatchTimeInterval.milliseconds(400)
}
