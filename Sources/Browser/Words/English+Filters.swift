extension English {
  /// What is said of filters that have names.
  static func text(_ phrase: SavedPhrase) -> String {
    switch phrase {
    case .title: "SAVED FILTERS"
    case .none: "No filter has a name yet: S keeps the filter of the list under one."
    case .noFilter: "there is no filter to keep; / opens one"
    case .noFilterSelected: "no filter is selected"
    case .noSuchFilter(let name): "no filter is called '\(name)'; F lists them"
    case .nameIsTaken(let name): "another filter is called '\(name)' already"
    case .filterTaken(let name, let filter): "\(name): \(filter)"
    }
  }
}
