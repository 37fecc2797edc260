import Model

/// Something wrong with an archive that the user must decide about.
struct ArchiveTrouble: Hashable, Sendable {
  let error: ArchiveError
  /// Whether the archive is open and its articles can be read nevertheless.
  let isOpen: Bool

  init(_ error: ArchiveError, isOpen: Bool) {
    self.error = error
    self.isOpen = isOpen
  }

  /// What can be done about it, best first.
  /// - Parameter isRestricted: whether no archive may be written.
  func remedies(isRestricted: Bool) -> [Remedy] {
    var remedies: [Remedy] = []
    if error.isMendedByRebuilding, !isRestricted { remedies.append(.rebuild) }
    if !error.isMendedByRebuilding { remedies.append(.tryAgain) }
    remedies.append(.readIntoMemory)
    remedies.append(isOpen ? .goOn : .quit)
    return remedies
  }

  /// What can be done about it.
  enum Remedy: Hashable, Sendable, CaseIterable {
    case rebuild, tryAgain, readIntoMemory, goOn, quit

    /// The key that chooses it.
    var key: Character {
      switch self {
      case .rebuild: "y"
      case .tryAgain: "t"
      case .readIntoMemory: "m"
      case .goOn: "n"
      case .quit: "q"
      }
    }
  }
}
