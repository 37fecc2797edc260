import Model

extension BrowserState {
  /// Takes note of what is wrong with the open archive; what must be decided is asked, the rest is told.
  mutating func note(_ failure: ArchiveError) -> [Effect] {
    switch failure.problem {
    case .damaged, .newer, .diskFull:
      trouble = ArchiveTrouble(failure, isOpen: true)
      return []
    case .readOnly, .busy, .other: return tell(words(failure), isWarning: true)
    }
  }

  /// Asks what becomes of an archive in trouble, as soon as nothing else is being typed or asked.
  mutating func askAboutTrouble() {
    guard let trouble, prompt == nil, ask == nil, input.replayLeft == 0 else { return }
    self.trouble = nil
    let choices = trouble.remedies(isRestricted: isRestricted).map { remedy in
      let action: AskAction =
        switch remedy {
        case .rebuild: .reopen(.rebuilt)
        case .tryAgain: .reopen(.again)
        case .readIntoMemory: .reopen(.inMemory)
        case .goOn: .nothing
        case .quit: .quit
        }
      return AskChoice(key: remedy.key, words: words(.remedy(remedy)), action: action)
    }
    ask = AskState(.choose(choices), label: words(.whatNow))
    ask?.details = [words(trouble.error), words(.marksAreSafe)]
  }
}
