import Model

/// Orders of the list and of views.
extension BrowserState {
  /// `:order oldest`
  mutating func setOrder(_ name: String) -> [Effect] {
    guard var view else {
      let order = ArticleOrder.allCases.first { $0.rawValue.hasSuffix(name) }
      guard let order, order != .relevance || !filter.isEmpty else {
        return say(.noSuchOrder(name), isWarning: true)
      }
      return setListOrder(order)
    }
    if view.kind == .names {
      let name = name == "quoted" ? "quotes" : name
      guard let order = NameOrder.allCases.first(where: { "\($0)" == name }) else {
        return say(.noSuchOrder(name), isWarning: true)
      }
      view.nameOrder = order
    } else {
      guard let order = QuoteOrder(rawValue: name) else {
        return say(.noSuchOrder(name), isWarning: true)
      }
      view.quoteOrder = order
    }
    view.selected = 0
    view.top = 0
    self.view = view
    return load()
  }

  /// `o`: the next order, so often.
  mutating func changeOrder(_ times: Int) -> [Effect] {
    (0..<min(times, 20)).reduce([]) { effects, _ in effects + changeOrder() }
  }

  private mutating func changeOrder() -> [Effect] {
    guard var view else { return changeListOrder() }
    func next<T: CaseIterable & Equatable>(_ value: T) -> T {
      let all = Array(T.allCases)
      let index = all.firstIndex(of: value) ?? 0
      return all[(index + 1) % all.count]
    }
    view.quoteOrder = next(view.quoteOrder)
    if case .person = view.kind, view.quoteOrder == .speaker {
      view.quoteOrder = next(view.quoteOrder)
    }
    view.nameOrder = next(view.nameOrder)
    view.selected = 0
    view.top = 0
    self.view = view
    return load()
  }
}
