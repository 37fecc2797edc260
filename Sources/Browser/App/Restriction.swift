import Glibc

/// A session for guests, such as behind `ssh` with a forced command.
enum Restriction {
  /// Whether `ONRECORD_RESTRICTED` asks for it.
  static func isAsked(by environment: [String: String]) -> Bool {
    environment["ONRECORD_RESTRICTED"].map { $0 != "" && $0 != "0" } == true
  }

  /// What only the browser opens, and nothing else, with `ONRECORD_RESTRICTED` set.
  static let words =
    "a restricted session (ONRECORD_RESTRICTED) opens the browser and does nothing else"

  /// No memory of the process is written to a file, whatever happens to it.
  static func begin() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
