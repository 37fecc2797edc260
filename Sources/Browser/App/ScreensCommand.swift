import ArgumentParser
import Model

/// `onrecord screens`: screens of the program for its own documents, without a terminal.
struct ScreensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screens", abstract: "Print a screen as text or SVG.", shouldDisplay: false)

  @Argument(help: "Files and folders of articles.")
  var paths: [String] = []

  @Option(help: "Keys to press first, as a configuration names them, apart by commas.")
  var keys = "j,Enter,]"

  @Option(help: "The size, as COLUMNSxROWS.")
  var size = "120x24"

  @Flag(help: "Print SVG with the colours of a terminal.")
  var svg = false

  func run() throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (20...300).contains(parts[0]), (5...100).contains(parts[1]) else {
      throw ValidationError("a size is COLUMNSxROWS, such as 120x24")
    }
    let opened: OpenedPaths
    do {
      opened = try OpenedPaths(paths)
    } catch {
      throw Complaint.exit(error.words)
    }
    let archive = MemoryArchive()
    Importer(paths: opened.paths).forEachBatch { _, outcomes in
      archive.add(outcomes.flatMap(\.articles))
    }
    var state = BrowserState(
      size: Size(columns: parts[0], rows: parts[1]), archiveName: opened.title)
    send(.started, to: &state, archive)
    send(.progress(ImportProgress(done: 1, total: 1, isFinished: true)), to: &state, archive)
    for name in keys.split(separator: ",") {
      for key in KeySequence(parsing: String(name))?.keys ?? [] {
        send(.key(key), to: &state, archive)
      }
    }
    let grid = render(state)
    print(svg ? ScreenPicture.svg(of: grid) : ScreenPicture.text(of: grid), terminator: "")
  }

  /// Handles a message and what it asks of the archive, at once.
  private func send(_ message: Message, to state: inout BrowserState, _ archive: MemoryArchive) {
    var waiting = [message]
    while !waiting.isEmpty {
      for effect in update(&state, waiting.removeFirst()) {
        switch effect {
        case .loadPage(let page, let request):
          waiting.append(.pageArrived(request: request, archive.page(page)))
        case .loadGroup(let page, let request):
          waiting.append(.groupArrived(request: request, archive.page(page)))
        case .loadArticle(let key, let request):
          waiting.append(.articleArrived(request: request, key, archive.article(key)))
        case .findMatches(let finder, let key, let request):
          if let article = archive.article(key) {
            waiting.append(
              .matchesArrived(
                request: request, ReaderMatch.all(of: finder, in: article)))
          }
        case .view(let effect): waiting.append(.view(effect.answer(from: archive)))
        case .rest(let request): waiting.append(.rested(request: request))
        default: break
        }
      }
    }
  }
}

/// A grid as text or as a picture.
enum ScreenPicture {
  static func text(of grid: CellGrid) -> String {
    (0..<grid.size.rows).map { row in
      var line = characters(of: grid.row(row)[...])
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func characters(of cells: ArraySlice<Cell>) -> String {
    var line = String.UnicodeScalarView()
    for cell in cells where cell.base != 0 {
      for value in [cell.base, cell.combining.0, cell.combining.1] where value != 0 {
        line.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
    }
    return String(line)
  }

  static func svg(of grid: CellGrid) -> String {
    let width = Double(grid.size.columns) * 8.4 + 20
    let height = grid.size.rows * 18 + 20
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(height)" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">
      <rect width="100%" height="100%" rx="6" fill="#1d1f21"/>

      """
    for row in 0..<grid.size.rows {
      let cells = grid.row(row)
      var start = 0
      while start < cells.count {
        var end = start + 1
        while end < cells.count, cells[end].role == cells[start].role,
          cells[end].emphasis == cells[start].emphasis
        {
          end += 1
        }
        let text = characters(of: cells[start..<end])
        if text.contains(where: { $0 != " " }) {
          let x = 10 + Double(start) * 8.4
          out += "<text x=\"\(x)\" y=\"\(row * 18 + 24)\" xml:space=\"preserve\""
          out += " textLength=\"\(Double(end - start) * 8.4)\"\(style(cells[start]))>"
          out += text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") + "</text>\n"
        }
        start = end
      }
    }
    return out + "</svg>\n"
  }

  /// As `Theme` shows it on a dark terminal.
  private static func style(_ cell: Cell) -> String {
    let color =
      switch cell.role {
      case .dim, .border: "#7c8082"
      case .person, .speaker: "#70c0b1"
      case .quote: "#b5bd68"
      case .removed: "#a07aa8"
      case .marker: "#f0c674"
      case .warning: "#cc6666"
      case .text, .heading, .title, .status, .prompt: "#d5d8d6"
      }
    var style = " fill=\"\(color)\""
    let isBold =
      [.heading, .title, .person, .speaker, .marker, .prompt].contains(cell.role)
      || cell.emphasis.contains(.selected) || cell.emphasis.contains(.current)
    if isBold { style += " font-weight=\"bold\"" }
    if cell.role == .quote { style += " font-style=\"italic\"" }
    if cell.emphasis.contains(.match) { style += " text-decoration=\"underline\"" }
    return style
  }
}
