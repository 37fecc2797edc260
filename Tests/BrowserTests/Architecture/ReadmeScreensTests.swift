import Foundation
import Testing

/// What people see first is what the program draws.
@Suite struct ReadmeScreensTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(of file: String) throws -> String {
    try String(contentsOf: Self.project.appending(path: file), encoding: .utf8)
  }

  @Test(
    "the screens of README are those of docs, which `make screens` makes",
    arguments: ["screen.txt", "screen-narrow.txt"])
  func screen(_ name: String) throws {
    let screen = try text(of: "docs/" + name)
    #expect(screen.split(separator: "\n").count > 10)
    #expect(try text(of: "README.md").contains("<!-- \(name) -->\n```\n\(screen)```"))
  }
}
