/// A command that waits for the article that it is about.
struct DeferredCommand: Hashable, Sendable {
  var command: Command
  var count: Int?
  var argument: String?
}
