/// The defaults, as a configuration that says all there is to say.
enum ConfigurationText {
  static var defaults: String {
    let layout = LayoutOptions()
    let set = Typesetting()
    var text = """
      # $XDG_CONFIG_HOME/onrecord/config.toml (~/.config/onrecord/config.toml)
      # These are the defaults; keep only what you change. Changes are taken up at once.

      theme = "auto"      # auto, dark, light, 16, none
      mouse = true
      smart-case = true   # a word typed with a capital is marked only in the same case
      # language = "en"   # en, ru; else that of the locale

      [text]
      measure = \(set.measure)
      indent = \(set.indent)
      justify = \(set.isJustified)
      spacing = \(set.spacing)

      [layout]
      stacked-from = \(layout.stackedFrom)
      columns-from = \(layout.columnsFrom)
      list-share = \(layout.listShare)
      people-share = \(layout.sidebarShare)

      [list]
      columns = ["date", "agency", "quotes", "tags"]
      fold-repeats = true   # of articles that say the same only the first is listed

      [colors]
      # role = "colour attributes", as in: quote = "green italic", status = "white on blue"
      # roles: \(Role.allCases.map { "\($0)" }.joined(separator: ", "))

      [commands]
      # ferry = { keys = "gf", run = "filter ferry" }

      [keys]

      """
    for row in CommandTable.rows where row.group != .prompt {
      let keys = row.keys.map { quoted($0) }.joined(separator: ", ")
      text += "\(row.name) = [\(keys)]\n"
    }
    return text
  }

  private static func quoted(_ sequence: KeySequence) -> String {
    let name = sequence.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(name)\""
  }
}
