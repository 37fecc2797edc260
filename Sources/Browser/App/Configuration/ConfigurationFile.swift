import TOMLKit

/// Reads `config.toml`.
struct ConfigurationFile {
  let path: String
  private let text: String
  private(set) var configuration = Configuration()
  private(set) var mistakes: [ConfigurationMistake] = []

  /// `$XDG_CONFIG_HOME/onrecord/config.toml`; nil where there is no home.
  static func path(environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/onrecord/config.toml"
    }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config/onrecord/config.toml" }
  }

  /// Reads a text; what is wrong is left out and told in `mistakes`.
  init(_ text: String, path: String) {
    self.path = path
    self.text = text
    do {
      let table = try TOMLTable(string: text)
      for key in table.keys { read(section: key, table[key]) }
    } catch let error as TOMLParseError {
      mistakes.append(
        ConfigurationMistake(
          path: path, line: error.source.begin.line,
          words: DisplayText.sanitized(error.description)))
    } catch {
      mistakes.append(ConfigurationMistake(path: path, line: 0, words: "cannot be read"))
    }
    mistakes.sort { $0.line < $1.line }
  }

  private static let sections = [
    "keys", "commands", "colors", "text", "layout", "list", "theme", "mouse", "language",
    "smart-case",
  ]

  private mutating func read(section: String, _ value: (any TOMLValueConvertible)?) {
    switch section {
    case "theme":
      guard let name = value?.string, let scheme = Appearance.Scheme(rawValue: name) else {
        return wrong(section, nil, "theme is auto, dark, light, 16 or none")
      }
      configuration.appearance.scheme = scheme
    case "mouse":
      guard let isOn = value?.bool else { return wrong(section, nil, "mouse is true or false") }
      configuration.mouse = isOn
    case "smart-case":
      guard let isOn = value?.bool else {
        return wrong(section, nil, "smart-case is true or false")
      }
      configuration.heedsCapitals = isOn
    case "language":
      guard let name = value?.string, let language = Language(rawValue: name) else {
        return wrong(section, nil, "language is en or ru")
      }
      configuration.language = language
    case "keys", "commands", "colors", "text", "layout", "list":
      guard let table = value?.table else { return wrong(section, nil, "write [\(section)]") }
      // In the order of the file, so that the second of two that do not go together is told.
      for key in table.keys.sorted(by: { line(of: section, $0) < line(of: section, $1) }) {
        guard let entry = table[key] else { continue }
        switch section {
        case "keys": readKeys(key, entry)
        case "commands": readCommand(key, entry)
        case "colors": readColor(key, entry)
        case "text": readText(key, entry)
        case "layout": readLayout(key, entry)
        default: readList(key, entry)
        }
      }
    default:
      wrong(
        section, nil, "no setting '\(section)'; there are \(Self.sections.joined(separator: ", "))")
    }
  }

  private mutating func sequences(
    _ section: String, _ key: String, _ value: any TOMLValueConvertible
  ) -> [KeySequence]? {
    let texts = value.string.map { [$0] } ?? value.array?.compactMap(\.string)
    guard let texts, value.string != nil || texts.count == value.array?.count else {
      wrong(section, key, "write keys as \"gg\" or [\"gg\", \"Home\"]")
      return nil
    }
    var sequences: [KeySequence] = []
    for text in texts {
      guard let sequence = KeySequence(parsing: text) else {
        wrong(section, key, "no key '\(text)'; write j, gg, Ctrl-O, Space, PgDn, F5")
        return nil
      }
      sequences.append(sequence)
    }
    return sequences
  }

  private mutating func readKeys(_ name: String, _ value: any TOMLValueConvertible) {
    guard let row = CommandTable.rows.first(where: { $0.name == name }) else {
      let nearest = CommandTable.nearest(to: name).map { "; did you mean '\($0)'?" } ?? ""
      return wrong("keys", name, "no command '\(name)'\(nearest)")
    }
    guard let sequences = sequences("keys", name, value) else { return }
    for sequence in sequences {
      let other = configuration.keys.first { key, taken in
        key != row.command && taken.contains(sequence)
          && CommandTable.row(of: key)?.contexts.isDisjoint(with: row.contexts) == false
      }
      if let other, let otherRow = CommandTable.row(of: other.key) {
        return wrong("keys", name, "'\(sequence.name)' is given to '\(otherRow.name)' too")
      }
    }
    configuration.keys[row.command] = sequences
  }

  /// `ferry = { keys = "gf", run = "filter ferry" }`
  private mutating func readCommand(_ name: String, _ value: any TOMLValueConvertible) {
    guard let table = value.table, let line = table["run"]?.string, let keys = table["keys"] else {
      return wrong("commands", name, "write \(name) = { keys = \"gf\", run = \"filter ferry\" }")
    }
    let command = line.drop { $0 == " " || $0 == ":" || $0.isNumber }.prefix { $0 != " " }
    guard CommandTable.row(named: String(command)) != nil else {
      return wrong("commands", name, "no command '\(command)' to run")
    }
    for sequence in sequences("commands", name, keys) ?? [] { configuration.lines[sequence] = line }
  }

  private mutating func readColor(_ name: String, _ value: any TOMLValueConvertible) {
    guard Role.allCases.contains(where: { "\($0)" == name }) else {
      let roles = Role.allCases.map { "\($0)" }.joined(separator: ", ")
      return wrong("colors", name, "no role '\(name)'; there are \(roles)")
    }
    guard let text = value.string else { return wrong("colors", name, "write \"green italic\"") }
    switch RoleStyle.parse(text) {
    case .success(let style): configuration.appearance.styles[name] = style
    case .failure(let error):
      wrong(
        "colors", name,
        "'\(error.word)' is no colour; write red, bright-red, 208, #ff8700, bold, white on blue")
    }
  }

  private mutating func readText(_ name: String, _ value: any TOMLValueConvertible) {
    let text = value.int.map(String.init) ?? value.bool.map { $0 ? "on" : "off" } ?? value.string
    guard let text, let new = configuration.typesetting.setting(name, to: text) else {
      return wrong(
        "text", name, "set measure (20–200), indent (0–8), justify (true), spacing (1–3)")
    }
    configuration.typesetting = new
    configuration.setsType = true
  }

  private mutating func readLayout(_ name: String, _ value: any TOMLValueConvertible) {
    guard let number = value.int else { return wrong("layout", name, "write a number") }
    switch name {
    case "stacked-from" where (40...500).contains(number): configuration.layout.stackedFrom = number
    case "columns-from" where (100...500).contains(number):
      configuration.layout.columnsFrom = number
    case "list-share" where (15...45).contains(number): configuration.layout.listShare = number
    case "people-share" where (15...45).contains(number): configuration.layout.sidebarShare = number
    default:
      wrong(
        "layout", name,
        "set stacked-from (40–500), columns-from (100–500), list-share, people-share (15–45)")
    }
  }

  private mutating func readList(_ name: String, _ value: any TOMLValueConvertible) {
    if name == "fold-repeats" {
      guard let isOn = value.bool else {
        return wrong("list", name, "fold-repeats is true or false")
      }
      configuration.foldsRepeats = isOn
      return
    }
    let names = value.array?.compactMap(\.string) ?? []
    let columns = names.compactMap(ListColumn.init)
    guard name == "columns", let array = value.array, columns.count == array.count else {
      return wrong("list", name, "write columns = [\"date\", \"agency\", \"quotes\"]")
    }
    configuration.columns = Set(columns)
  }

  private mutating func wrong(_ section: String, _ key: String?, _ words: String) {
    mistakes.append(
      ConfigurationMistake(
        path: path, line: line(of: section, key), words: DisplayText.sanitized(words)))
  }

  /// The line on which a setting stands, from 1; 0 where it cannot be told.
  private func line(of section: String, _ key: String?) -> Int {
    var present = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("[") {
        present = String(line.dropFirst().prefix { $0 != "]" })
        if present == section, key == nil { return index + 1 }
        continue
      }
      let name = line.prefix { $0 != "=" && $0 != " " && $0 != "\t" }
        .trimmingPrefix { $0 == "\"" }.prefix { $0 != "\"" }
      if key == nil, present.isEmpty, name == section[...] { return index + 1 }
      if let key {
        if present == section, name == key[...] { return index + 1 }
        if present.isEmpty, name == "\(section).\(key)"[...] { return index + 1 }
      }
    }
    return 0
  }
}
