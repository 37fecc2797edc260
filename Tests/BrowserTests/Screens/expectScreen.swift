import Foundation
import Testing

@testable import Browser
@testable import TestSupport

/// Compares a screen with `Golden/NAME-COLUMNSxROWS.txt`; `ONRECORD_RECORD=1` rewrites it and fails.
func expectScreen(
  _ grid: CellGrid, _ name: String, roles: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name)-\(grid.size.columns)x\(grid.size.rows).txt")
  var actual = grid.asText
  if roles { actual += "--- roles\n" + grid.asRoles }
  if let cursor = grid.cursor { actual += "--- cursor \(cursor.column),\(cursor.row)\n" }
  if ProcessInfo.processInfo.environment["ONRECORD_RECORD"] == "1" {
    let written: Void? = try? actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      written == nil ? "cannot write \(name)" : "recorded \(name); read the difference",
      sourceLocation: sourceLocation)
    return
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  guard let expected else {
    Issue.record(
      "no golden screen \(name); ONRECORD_RECORD=1 writes it", sourceLocation: sourceLocation)
    return
  }
  guard expected != actual else { return }
  Issue.record(
    "\(name) differs:\n\(actual)\nexpected:\n\(expected)", sourceLocation: sourceLocation)
}
