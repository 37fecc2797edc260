extension English {
  /// What is asked on the last line.
  static func text(_ phrase: AskPhrase) -> String {
    switch phrase {
    case .thisQuote: "this quote:"
    case .whatNow: "what now?"
    case .stopAndQuit(let path): "stop writing \(path) and quit?"
    case .marksAreSafe:
      "Your stars, tags, notes, saved filters and corrections lie elsewhere and are safe."
    case .remedy(.rebuild): "make it anew"
    case .remedy(.tryAgain): "try again"
    case .remedy(.readIntoMemory): "read into memory"
    case .remedy(.goOn): "go on"
    case .remedy(.quit): "quit"
    case .columnsOfList: "columns of the list:"
    case .bulk(let change, let count):
      switch change {
      case .star: "star \(articles(count))?"
      case .unstar: "unstar \(articles(count))?"
      case .read: "mark as read \(articles(count))?"
      case .unread: "mark as unread \(articles(count))?"
      }
    case .yes: "yes"
    case .no: "no"
    case .rename: "rename"
    case .merge: "merge"
    case .split: "split"
    case .noPerson: "no person"
    case .speaker: "speaker"
    case .bounds: "bounds"
    case .noQuote: "no quote"
    case .tagLabel(let count): count == 1 ? "tag" : "tag " + articles(count)
    case .tagHelp(let tags):
      (tags.isEmpty ? "" : "has \(tags.joined(separator: ", ")); ")
        + "one word; -word takes a tag away"
    case .noteLabel: "note"
    case .filterName: "name"
    case .filterNameHelp(let filter): "the name of: \(filter)"
    case .noteHelp: "nothing takes the note away"
    case .renameLabel: "rename to"
    case .renameHelp(let name, let places): "the right name of \(name) " + words(places)
    case .mergeLabel: "same as"
    case .mergeHelp(let name, let places):
      "whom \(name) is the same person as \(words(places)); that name stays"
    case .splitLabel: "split off"
    case .splitHelp(let name, let places): "the spelling that is not \(name) " + words(places)
    case .speakerLabel: "said by"
    case .speakerHelp: "who said it; nothing for nobody can tell"
    case .person(let name, let places): "\(name) \(places == .here ? "here" : words(places)):"
    }
  }

  /// What was done.
  static func text(_ phrase: DeedPhrase) -> String {
    switch phrase {
    case .bulk(.star): "starred"
    case .bulk(.unstar): "no longer starred"
    case .bulk(.read): "marked as read"
    case .bulk(.unread): "marked as unread"
    case .ofArticles(let words, let count): "\(words) (\(articles(count)))"
    case .noteKept: "note kept"
    case .filterKept(let name): "filter kept as \(name)"
    case .filterReplaced(let name): "\(name) is this filter now"
    case .filterForgotten(let name): "filter \(name) forgotten"
    case .noteTaken: "note taken away"
    case .tagged(let tag): "tagged \(tag)"
    case .untagged(let tag): "tag \(tag) taken away"
    case .renamed(let name, let new): "\(name) renamed to \(new)"
    case .merged(let name, let other): "\(name) is \(other)"
    case .splitOff(let alias, let name): "\(alias) split off \(name)"
    case .isNoPerson(let name): "\(name) is not a person"
    case .withoutSpeaker: "quote without a speaker"
    case .givenTo(let name): "quote given to \(name)"
    case .quoteAdded: "quote added"
    case .quoteDismissed: "quote dismissed"
    case .otherWords: "quote has other words"
    }
  }
}
