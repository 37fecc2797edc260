/// Words that may name a person.
struct NameCandidate: Sendable {
  /// The words of the name, without role and honorific.
  var tokens: Range<Int>
  /// The block it stands in.
  var block: Int
  /// How sure the place alone makes it, in points.
  var points: Int
  /// The role words before or after it, where there are any.
  var roles: [RolePhrase] = []
  /// What an honorific before it says: `Mr.` or `Mrs.`
  var gender: Gender?
  /// Whether an honorific stands before it.
  var hasHonorific = false
  /// Whether `called` or `named` behind a person's noun stands before it.
  var isIntroduced = false
  /// Whether it only tells more of people named elsewhere (captions).
  var isWitness = false
}

/// What pronoun a person takes.
enum Gender: Hashable, Sendable { case masculine, feminine }

/// A role as it stands in the text.
struct RolePhrase: Hashable, Sendable {
  /// All words: `Russia’s US ambassador`.
  var tokens: Range<Int>
  /// The noun: `ambassador`.
  var head: Int
}
