import Foundation

/// A folder that is gone after the test.
final class TemporaryTree {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/onrecord-model-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name inside.
  func at(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and the folders that it needs.
  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: at(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Makes a link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
  }
}
