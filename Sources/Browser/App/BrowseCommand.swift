import ArgumentParser
import Glibc

/// `onrecord [PATH...]`
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open articles in the browser (what happens without a command).",
    discussion: "For a file whose name is that of a command, write ./export.")

  @Argument(help: "Files and folders of articles.", completion: .file())
  var paths: [String] = []

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var isMouseOff = false

  @Option(help: "Use colours: auto (unless NO_COLOR is set), always or never.")
  var color = ColorMode.auto

  func run() throws {
    let opened: OpenedPaths
    do {
      opened = try OpenedPaths(paths)
    } catch {
      throw Complaint.exit(error.words)
    }
    guard isatty(STDOUT_FILENO) == 1 else { return try PlainList(of: opened).print() }
    do {
      try runBrowser(
        paths: opened.paths, title: opened.title, mouse: !isMouseOff, color: color)
    } catch {
      throw Complaint.exit(error.words)
    }
  }
}

extension ColorMode: ExpressibleByArgument {}
