import Model

/// Opens the terminal, runs the browser in it until the user leaves, and gives the terminal back.
///
/// An archive that cannot be used is told of on the screen, where the user chooses what becomes of it.
/// - Parameter open: opens the articles in one of the ways; throws why it cannot.
/// - Throws: why there can be no screen.
func runBrowser(
  title: String, mouse: Bool, color: ColorMode, marks: (any MarksStore)?,
  options: SessionOptions = SessionOptions(),
  open: (Reopening) throws(ArchiveError) -> any ArchiveFeed
) throws(TerminalError) {
  let mouse = mouse && options.configuration.mouse != false
  let terminal = try NcursesTerminal(
    mouse: mouse, color: color, appearance: options.configuration.appearance)
  var way = Reopening.again
  var filter = ""
  while true {
    var trouble: ArchiveError?
    var feed: any ArchiveFeed = MemoryFeed(MemoryArchive(), Importer(paths: []))
    do throws(ArchiveError) { feed = try open(way) } catch { trouble = error }
    let runtime = Runtime(
      terminal: terminal, mailbox: Mailbox(wake: terminal.wake), feed: feed, archiveName: title,
      isMouseOn: mouse, marks: marks, options: options, trouble: trouble, filter: filter)
    guard case .reopen(let next) = runtime.run() else { break }
    way = next
    filter = runtime.filter
  }
  terminal.close()
  terminal.endAsAsked()
}
