import Model

/// Filters that have names.
extension BrowserState {
  /// `S`: keeps the filter of the list, or of the view, under a name.
  mutating func saveFilter(_ name: String?) -> [Effect] {
    guard keepsMarks else { return say(.noPlaceForMarks, isWarning: true) }
    let text = view.map { $0.kind == .filters ? filter.text : baseFilter.1 } ?? filter.text
    guard !text.isEmpty else { return say(.saved(.noFilter)) }
    if let name { return save(text, as: name) }
    var question = AskState(
      .saveFilter(text), label: words(.filterName), help: words(.filterNameHelp(text)))
    question.known = savedFilters.map(\.name)
    return open(question)
  }

  mutating func save(_ text: String, as name: String) -> [Effect] {
    let step = FiltersStep(
      keeping: SavedFilter(name: name, filter: text), among: savedFilters)
    guard step.before != step.after else { return say(.nothingChanged) }
    let isNew = step.before.allSatisfy(\.filter.isEmpty)
    return [.marks(.filters(step, words: words(isNew ? .filterKept(name) : .filterReplaced(name))))]
  }

  /// `F`: lists them; `:filters NAME` takes one.
  mutating func showFilters(_ name: String?) -> [Effect] {
    guard keepsMarks else { return say(.noPlaceForMarks, isWarning: true) }
    guard let name else {
      if view?.kind == .filters { return closeView() }
      return show(ViewState(.filters))
    }
    let begun = savedFilters.filter { $0.name.hasPrefix(name) }
    let found = begun.first { $0.name == name } ?? (begun.count == 1 ? begun[0] : nil)
    guard let found else { return say(.saved(.noSuchFilter(name)), isWarning: true) }
    return take(found)
  }

  /// The list under a filter that has a name.
  mutating func take(_ saved: SavedFilter) -> [Effect] {
    let before = filter.text
    guard (try? Query(parsing: saved.filter)) != nil else {
      return say(.wouldNotRead(saved.filter), isWarning: true)
    }
    let effects = narrowList(to: saved.filter)
    if before != filter.text { undoStack.push(.filter(before)) }
    return effects + say(.saved(.filterTaken(saved.name, saved.filter)))
  }

  /// `r` among them.
  mutating func renameFilter() -> [Effect] {
    guard let saved = view?.selectedFilter else { return say(.saved(.noFilterSelected)) }
    return open(
      AskState(
        .renameFilter(saved), label: words(.renameLabel),
        help: words(.filterNameHelp(saved.filter)), text: saved.name))
  }

  mutating func rename(_ saved: SavedFilter, to name: String) -> [Effect] {
    guard !savedFilters.contains(where: { $0.name == name }) else {
      return say(.saved(.nameIsTaken(name)), isWarning: true)
    }
    let step = FiltersStep(renaming: saved, to: name, among: savedFilters)
    return [.marks(.filters(step, words: words(.renamed(saved.name, to: name))))]
  }

  /// `d` among them.
  mutating func removeFilter() -> [Effect] {
    guard let saved = view?.selectedFilter else { return say(.saved(.noFilterSelected)) }
    return [
      .marks(.filters(FiltersStep(removing: saved), words: words(.filterForgotten(saved.name))))
    ]
  }

  /// Takes the filters that have names.
  mutating func take(_ all: [SavedFilter]) -> [Effect] {
    savedFilters = all
    return view?.kind == .filters ? load() : []
  }

  /// Lists those whose name holds what is typed, and has them counted.
  mutating func list(_ view: inout ViewState) -> [Effect] {
    let typed = view.narrowing.text.lowercased()
    view.filters = savedFilters.filter {
      typed.isEmpty || $0.name.lowercased().contains(typed)
        || $0.filter.lowercased().contains(typed)
    }
    view.isLoaded = true
    view.select(view.selected)
    view.counted = view.filters.map(\.filter)
    guard !view.counted.isEmpty else { return [] }
    return [.view(.counts(view.counted, request: view.request))]
  }
}
