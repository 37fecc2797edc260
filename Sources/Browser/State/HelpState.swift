/// The help: what is looked for in it, and what is chosen.
struct HelpState: Hashable, Sendable {
  /// Where it was asked for; what works there comes first.
  var context: Context
  /// The words that are looked for.
  var query = ""
  /// The chosen command, among those that match.
  var selected = 0
  /// The first line on the screen.
  var top = 0
}
