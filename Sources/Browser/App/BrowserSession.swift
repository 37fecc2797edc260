import Model

/// Opens the terminal, runs the browser in it until the user leaves, and gives the terminal back.
/// - Throws: why there can be no screen.
func runBrowser(
  _ importer: Importer, title: String, mouse: Bool, color: ColorMode,
  options: SessionOptions = SessionOptions()
) throws(TerminalError) {
  let mouse = mouse && options.configuration.mouse != false
  let terminal = try NcursesTerminal(
    mouse: mouse, color: color, appearance: options.configuration.appearance)
  let runtime = Runtime(
    terminal: terminal, mailbox: Mailbox(wake: terminal.wake), archive: MemoryArchive(),
    importer: importer, archiveName: title, isMouseOn: mouse, options: options)
  _ = runtime.run()
  terminal.close()
  terminal.endAsAsked()
}
