import ArgumentParser
import Model

/// `onrecord bench`: figures from inside the process.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure reading and drawing.", shouldDisplay: false)

  @Argument(help: "Files and folders of articles.")
  var paths: [String] = []

  @Flag(help: "Open a screen and trap, to see that the terminal survives it.")
  var trap = false

  func run() throws {
    if trap { return try trapOnScreen() }
    let opened: OpenedPaths
    do {
      opened = try OpenedPaths(paths)
    } catch {
      throw Complaint.exit(error.words)
    }
    let clock = ContinuousClock()
    var articles = 0
    var bytes = 0
    var spent = Duration.zero
    repeat {
      spent += clock.measure {
        Importer(paths: opened.paths).forEachBatch { _, outcomes in
          for article in outcomes.flatMap(\.articles) {
            articles += 1
            bytes += article.source.bytes.count
          }
        }
      }
    } while articles > 0 && spent < .seconds(1)
    report("import", "\(ReadingRates.rate(bytes, in: spent)) MB/s, \(articles) articles")

    for (name, figure) in ReadingRates(of: opened.paths).figures { report(name, figure) }

    let sentence = "Russia’s US ambassador, Anatoly Antonov, said “yes”. "
    let text = String(repeating: sentence, count: 20_000)
    let width = clock.measure { _ = DisplayText.width(of: text) }
    report("text width", "\(ReadingRates.rate(text.utf8.count, in: width)) MB/s")

    for (name, keys) in Self.strokes {
      let frames = FrameCounter(keys: keys, count: 2_000)
      let runtime = Runtime(
        terminal: frames, mailbox: Mailbox(wake: frames.wake), archive: MemoryArchive(),
        importer: Importer(paths: opened.paths), archiveName: opened.title)
      _ = runtime.run()
      report(name, "\(frames.microsecondsPerKey) µs from key to grid at 120x35")
    }
  }

  private static let strokes: [(String, [Key])] = [
    ("list", ["j", "j", "k", "k"].map { .character($0) }),
    ("reader", [.enter] + ["j", "j", "k", "k"].map { .character($0) }),
    ("no change", [.character("~")]),
  ]

  private func trapOnScreen() throws {
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(mouse: true, color: .auto)
    } catch {
      throw Complaint.exit(error.words)
    }
    terminal.show(CellGrid(size: terminal.size))
    let none = paths.filter(\.isEmpty)
    print(none[paths.count])
  }

  private func report(_ name: String, _ figure: String) {
    print(DisplayText.padded(name, to: 12) + figure)
  }
}
