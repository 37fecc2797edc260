/// What kinds of word a word can be; a word may be of several.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // Function words.
  static let determiner = WordClass(bit: 0)
  /// `he`, `they`, `who`: can be the subject of a cue.
  static let subjectPronoun = WordClass(bit: 1)
  static let masculine = WordClass(bit: 2)
  static let feminine = WordClass(bit: 3)
  /// `his`, `their`.
  static let possessive = WordClass(bit: 4)
  static let preposition = WordClass(bit: 5)
  static let conjunction = WordClass(bit: 6)
  /// `has`, `would`, `was`, `not`: stands between a subject and its verb.
  static let auxiliary = WordClass(bit: 7)
  static let adverb = WordClass(bit: 8)
  /// `who`, `which`.
  static let relative = WordClass(bit: 9)
  static let number = WordClass(bit: 10)
  static let common = WordClass(bit: 11)
  static let weekday = WordClass(bit: 12)
  static let month = WordClass(bit: 13)
  /// `who`, `whom`, `us`, `him`: a pronoun as object.
  static let objectPronoun = WordClass(bit: 14)
  /// `QC`, `PhD`, `MP`: stands behind a name and is no part of it.
  static let postNominal = WordClass(bit: 15)

  // Names.
  static let maleName = WordClass(bit: 16)
  static let femaleName = WordClass(bit: 17)
  static let surname = WordClass(bit: 18)
  /// `de`, `bin`, `von`: a small word inside a name.
  static let nameParticle = WordClass(bit: 19)
  /// `Jr.`, `III`.
  static let nameSuffix = WordClass(bit: 20)
  /// `Mr.`, `Sen.`: stands before a name.
  static let honorific = WordClass(bit: 21)
  /// `president`, `aide`: what a person is.
  static let role = WordClass(bit: 22)
  /// `former`, `deputy`: belongs to the role behind it.
  static let roleModifier = WordClass(bit: 23)
  static let demonym = WordClass(bit: 24)
  static let place = WordClass(bit: 25)
  /// `Ministry`, `Council`: the head of an organisation's name.
  static let organisationHead = WordClass(bit: 26)
  /// `Kremlin`, `NATO`: an organisation by itself.
  static let organisation = WordClass(bit: 27)
  /// People without a name: `officials`, `police`, `critics`.
  static let group = WordClass(bit: 28)

  // Speech.
  /// `say`: can be followed by a bare clause, or stand behind one.
  static let sayCue = WordClass(bit: 32)
  /// `warn`, `stress`: needs `that`, a quotation, or a clause with a verb.
  static let thatCue = WordClass(bit: 33)
  /// `tell`: has an addressee.
  static let tellCue = WordClass(bit: 34)
  /// `call`, `accuse`, `describe`: takes quoted words only.
  static let quoteCue = WordClass(bit: 35)
  /// `believe`, `fear`: voiced only beside quoted words.
  static let thinkCue = WordClass(bit: 36)
  static let pastForm = WordClass(bit: 37)
  static let presentForm = WordClass(bit: 38)
  static let participle = WordClass(bit: 39)
  /// `statement`, `message`: words that somebody wrote.
  static let document = WordClass(bit: 40)
  /// `interview`, `briefing`: where something is said.
  static let venue = WordClass(bit: 41)
  /// `claim`, `confidence`: followed by `that`.
  static let speechNoun = WordClass(bit: 42)
  /// `go` of `went on`, `point` of `pointed out`.
  static let particleCue = WordClass(bit: 43)
  static let baseForm = WordClass(bit: 44)
  /// `according`.
  static let according = WordClass(bit: 45)
  /// A verb that is no cue; ends a noun phrase on its left.
  static let verb = WordClass(bit: 46)
  /// A media house as addressee or source: `Reuters`, `reporters`.
  static let media = WordClass(bit: 47)

  /// A verb that announces speech.
  static let cue: WordClass = [.sayCue, .thatCue, .tellCue, .quoteCue, .thinkCue, .particleCue]
  /// A given name.
  static let givenName: WordClass = [.maleName, .femaleName]
}
