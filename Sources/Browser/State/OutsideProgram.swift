/// A program that gets the terminal for a while, and what it is given.
///
/// Which program it is follows from the environment; no shell ever reads words of an article.
enum OutsideProgram: Hashable, Sendable {
  /// `$PAGER` with a text as its input.
  case pager(text: String)
  /// `$EDITOR` on a file, at a line.
  case editor(path: String, line: Int)
  /// `$BROWSER` on an address.
  case browser(url: String)
  /// A command line that the user typed, with a text as its input.
  case pipe(command: String, text: String)
  /// The same with many articles or quotes, which are read while they are handed over.
  case pipeAll(command: String, ExportScope)
}
