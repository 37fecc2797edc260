/// What a user made their own.
struct Configuration: Hashable, Sendable {
  var keys: [Command: [KeySequence]] = [:]
  /// Commands of one's own, by their keys.
  var lines: [KeySequence: String] = [:]
  var appearance = Appearance()
  var typesetting = Typesetting()
  /// Whether the configuration says anything of the typesetting.
  var setsType = false
  var layout = LayoutOptions()
  var columns: Set<ListColumn> = Set(ListColumn.allCases)
  var mouse: Bool?
  var heedsCapitals = true
  var foldsRepeats = true
  var language: Language?

  var keymap: Keymap { Keymap(keys: keys, lines: lines) }
}

/// A mistake in a configuration.
struct ConfigurationMistake: Hashable, Sendable, Error {
  var path: String
  /// From 1; 0 where it has none.
  var line: Int
  var words: String

  /// `config.toml:3: …`
  var text: String { line > 0 ? "\(path):\(line): \(words)" : "\(path): \(words)" }
}
