extension BrowserState {
  var snapshot: TutorialState.Snapshot {
    TutorialState.Snapshot(
      selected: list.selected, focus: focus, quote: reader.currentQuote,
      isFiltered: !filter.isEmpty, isNarrowed: sidebar.narrowedTo != nil,
      isPrompting: prompt != nil, showsRemoved: reader.showsRemoved, copies: copies, helps: helps)
  }

  mutating func toggleTutorial() -> [Effect] {
    if tutorial != nil {
      tutorial = nil
      return say(.tutorialOver)
    }
    tutorial = TutorialState(start: snapshot)
    return []
  }

  /// Goes on where the step was done.
  mutating func followTutorial() {
    guard var tutorial, tutorial.current.isDone(tutorial.start, snapshot) else { return }
    tutorial.step += 1
    tutorial.start = snapshot
    self.tutorial = tutorial
  }
}
