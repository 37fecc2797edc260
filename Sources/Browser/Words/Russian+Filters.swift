extension Russian {
  /// What is said of filters that have names.
  static func text(_ phrase: SavedPhrase) -> String {
    switch phrase {
    case .title: "СОХРАНЁННЫЕ ФИЛЬТРЫ"
    case .none: "Имён у фильтров ещё нет: S сохраняет фильтр списка."
    case .noFilter: "фильтра нет, сохранять нечего; / открывает"
    case .noFilterSelected: "фильтр не выбран"
    case .noSuchFilter(let name): "нет фильтра '\(name)'; F перечисляет"
    case .nameIsTaken(let name): "'\(name)' — имя другого фильтра"
    case .filterTaken(let name, let filter): "\(name): \(filter)"
    }
  }
}
