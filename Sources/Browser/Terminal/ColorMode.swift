/// Whether colours are used; meaning never depends on them.
enum ColorMode: String, CaseIterable, Hashable, Sendable {
  /// Unless `NO_COLOR` is set.
  case auto
  case always
  case never

  /// The answer, given the value of `NO_COLOR`; an empty value counts as unset (no-color.org).
  func usesColor(noColor: String?) -> Bool {
    switch self {
    case .auto: noColor?.isEmpty ?? true
    case .always: true
    case .never: false
    }
  }
}
