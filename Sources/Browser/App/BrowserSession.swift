import Model

/// Opens the terminal, runs the browser in it until the user leaves, and gives the terminal back.
/// - Throws: why there can be no screen.
func runBrowser(
  _ feed: any ArchiveFeed, title: String, mouse: Bool, color: ColorMode,
  marks: (any MarksStore)?, options: SessionOptions = SessionOptions()
) throws(TerminalError) {
  let mouse = mouse && options.configuration.mouse != false
  let terminal = try NcursesTerminal(
    mouse: mouse, color: color, appearance: options.configuration.appearance)
  let runtime = Runtime(
    terminal: terminal, mailbox: Mailbox(wake: terminal.wake), feed: feed, archiveName: title,
    isMouseOn: mouse, marks: marks, options: options)
  _ = runtime.run()
  options.places.finish()
  terminal.close()
  terminal.endAsAsked()
}
