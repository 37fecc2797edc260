import Foundation
import Testing

@testable import TestSupport

/// The binary that was built along with these tests.
enum Onrecord {
  /// Where it lies: beside the test bundle.
  static var path: String {
    get throws {
      let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      var candidates = CommandLine.arguments.filter { $0.contains(".xctest") }
      candidates.append(executable)
      let paths = candidates.map {
        URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("onrecord").path
      }
      return try #require(paths.first { FileManager.default.isExecutableFile(atPath: $0) })
    }
  }

  /// The five articles.
  static var seeds: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("seeds").path
  }

  /// Starts it on a terminal.
  static func start(
    _ arguments: [String]? = nil, columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:], input: PseudoTerminal.Channel = .terminal,
    output: PseudoTerminal.Channel = .terminal, hasTerminal: Bool = true
  ) throws -> PseudoTerminal {
    // The marks of whoever runs the tests are none of their business.
    let own = ["XDG_DATA_HOME": NSTemporaryDirectory() + "/onrecord-" + UUID().uuidString]
    return try PseudoTerminal(
      [path] + (arguments ?? [seeds]), columns: columns, rows: rows,
      environment: environment.merging(own.mapValues { $0 }) { mine, _ in mine },
      input: input, output: output, hasTerminal: hasTerminal)
  }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/onrecord-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; the name is taken as bytes, since it may be hostile.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}

extension PseudoTerminal {
  /// What must hold once the program is gone: settings, screen, mouse, paste and cursor as before.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    let now = settings
    #expect(now.c_lflag == settingsBefore.c_lflag, sourceLocation: sourceLocation)
    #expect(now.c_iflag == settingsBefore.c_iflag, sourceLocation: sourceLocation)
    #expect(now.c_oflag == settingsBefore.c_oflag, sourceLocation: sourceLocation)
    // 1049 the other screen, 1000 and 1006 the mouse, 2004 brackets around a paste.
    #expect(
      screen.modes.isDisjoint(with: [1000, 1002, 1003, 1006, 1049, 2004]),
      sourceLocation: sourceLocation)
    // The cursor is hidden by resetting mode 25.
    let hidden = ranges(of: "\u{1B}[?25l").last ?? -1
    let shown = ranges(of: "\u{1B}[?25h").last ?? 0
    #expect(hidden < shown, sourceLocation: sourceLocation)
  }

  private func ranges(of text: String) -> [Int] {
    let needle = Array(text.utf8)
    guard output.count >= needle.count else { return [] }
    return (0...output.count - needle.count).filter {
      output[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
