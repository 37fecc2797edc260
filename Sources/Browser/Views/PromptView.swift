/// The line on which a filter is typed, and above it how filters are written or what is wrong.
enum PromptView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let prompt = state.prompt else { return }
    let width = grid.size.columns
    let row = layout.bottomRow
    for row in row - 1...row {
      grid.fill(Rect(column: 0, row: row, columns: width, rows: 1), role: .prompt)
    }
    let hints = hintWords(state, width: width)
    let end = grid.writeRight(hints, row: row, from: 3, limit: width - 1, role: .prompt)
    grid.write(
      prompt.kind == .command ? ":" : "/", column: 1, row: row, limit: width, role: .marker)
    let view = view(of: prompt, room: max(1, (hints.isEmpty ? width : end - 1) - 3 - 1))
    grid.write(view.text, column: 3, row: row, limit: width, role: .prompt)
    grid.cursor = Position(column: min(3 + view.caret, width - 1), row: row)

    if let error = prompt.error {
      let column = min(max(0, view.column(error.column)) + 3, width - 1)
      drawError(
        state.words(error), at: column, row: row - 1, width: width,
        role: prompt.isUnfinished ? .dim : .warning, into: &grid)
    } else if let offers = prompt.offers {
      draw(offers, row: row - 1, width: width, into: &grid)
    } else if let notice = state.notice {
      grid.writeMarked(
        notice.text, column: 1, row: row - 1, limit: width,
        role: notice.isWarning ? .warning : .prompt)
    } else {
      grid.writeMarked(card(prompt, state.words), column: 1, row: row - 1, limit: width, role: .dim)
    }
  }

  /// The offers in a row, with their counts, from the one that is written on.
  private static func draw(
    _ offers: PromptState.Offers, row: Int, width: Int, into grid: inout CellGrid
  ) {
    var column = 1
    for index in (offers.chosen ?? 0)..<offers.all.count where column < width - 4 {
      let offer = offers.all[index]
      let isChosen = index == offers.chosen
      column = grid.writeMarked(
        offer.text, column: column, row: row, limit: width, role: isChosen ? .marker : .prompt)
      if let count = offer.count {
        column = grid.write(
          " \(ProgressWords.grouped(count))", column: column, row: row, limit: width, role: .dim)
      }
      column += 2
    }
  }

  /// What of the text can be seen, and where the caret stands in it.
  private struct Extract {
    var text: String
    var caret: Int
    /// The widths of the characters before each one of the whole text, less what is scrolled away.
    var columns: [Int]

    func column(_ character: Int) -> Int {
      columns.isEmpty ? 0 : columns[max(0, min(character, columns.count - 1))]
    }
  }

  private static func view(of prompt: PromptState, room: Int) -> Extract {
    let widths = prompt.characters.map { DisplayText.width(of: String($0)) }
    var first = prompt.caret
    var used = 0
    while first > 0, used + widths[first - 1] <= room {
      used += widths[first - 1]
      first -= 1
    }
    var text = ""
    var total = 0
    for index in first..<prompt.characters.count {
      if total + widths[index] > room { break }
      total += widths[index]
      text.append(prompt.characters[index])
    }
    var columns: [Int] = []
    var at = -widths[..<first].reduce(0, +)
    for width in widths {
      columns.append(at)
      at += width
    }
    columns.append(at)
    return Extract(text: text, caret: used, columns: columns)
  }

  /// How filters are written, or which commands begin as what is typed.
  private static func card(_ prompt: PromptState, _ words: Words) -> String {
    switch prompt.kind {
    case .filter: return words(.syntax)
    case .help: return words(.keysOfProgram)
    case .command:
      let text = prompt.completing ?? prompt.text
      let name = String(text.prefix { $0 != " " })
      if let row = CommandTable.row(named: name), text.contains(" ") || row.name == name {
        let argument = row.argument.map { " " + $0 } ?? ""
        return ":\(row.name)\(argument) · \(words.help(row))"
      }
      return CommandTable.names(beginning: name).joined(separator: " · ")
    }
  }

  private static func hintWords(_ state: BrowserState, width: Int) -> String {
    let list = state.list
    let count =
      list.isLoaded && state.prompt?.kind == .filter
      ? state.words(.position(list.matching(in: state.words), of: state.words.number(list.total)))
      : ""
    let isCommand = state.prompt?.kind == .command
    let keys = [Command.keepFilter, .clearFilter, .complete].compactMap { command in
      CommandTable.row(of: command).map { row in
        let hint =
          switch command {
          case .keepFilter where isCommand: state.words(.hintRun)
          case .clearFilter where isCommand: state.words(.hintLeave)
          default: state.words.hint(row)
          }
        return "\(state.keymap.keyName(of: command)) \(hint)"
      }
    }
    var parts = (count.isEmpty ? [] : [count]) + keys
    // What is typed keeps half of the line at least, and all that it needs.
    let typed = DisplayText.width(of: state.prompt?.text ?? "") + 6
    let room = max(width / 2, width - typed)
    while parts.count > 1, DisplayText.width(of: parts.joined(separator: "  ")) > room {
      parts.removeLast()
    }
    let text = parts.joined(separator: "  ")
    return DisplayText.width(of: text) > width / 2 && parts.count == 1 ? "" : text
  }

  /// Points at the place and says what is wrong with it, on the side where there is room.
  private static func drawError(
    _ words: String, at column: Int, row: Int, width: Int, role: Role, into grid: inout CellGrid
  ) {
    let length = DisplayText.width(of: words)
    let isRight = column + 2 + length <= width
    guard isRight || length + 1 <= column else {
      // No room for both; the words say more than the place.
      grid.writeMarked(
        words, column: max(0, min(1, width - length)), row: row, limit: width, role: role)
      return
    }
    grid.write("▾", column: column, row: row, limit: width, role: role)
    grid.write(
      words, column: isRight ? column + 2 : column - 1 - length, row: row, limit: width,
      role: role)
  }
}
