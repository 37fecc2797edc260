import ArgumentParser
import Glibc
import Model

/// Messages on standard error.
enum Complaint {
  /// Prints `onrecord: …` in harmless characters.
  static func print(_ words: String) {
    let bytes = Array("onrecord: \(DisplayText.sanitized(words))\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// Prints a finding: `onrecord: path: reason`.
  static func print(_ finding: Finding) { print("\(finding.path): \(finding.words)") }

  /// Prints words and gives the status to leave with.
  static func exit(_ words: String, status: Int32 = 1) -> ExitCode {
    print(words)
    return ExitCode(status)
  }
}
