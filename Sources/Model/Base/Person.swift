/// One mention of a person or organisation.
public struct Mention: Hashable, Sendable {
  /// How a mention names its person.
  public enum Form: Hashable, Sendable {
    /// By name, whole or in part: `Antonov`.
    case name
    /// By role: `the Russian diplomat`.
    case role
    /// By pronoun: `he`.
    case pronoun
  }
  /// Where the words stand.
  public var span: TextSpan
  /// By name, role or pronoun.
  public var form: Form

  /// A mention.
  public init(span: TextSpan, form: Form) {
    self.span = span
    self.form = form
  }
}

/// A person of one article.
public struct Person: Hashable, Sendable {
  /// The fullest form of the name.
  public var name: String
  /// The other forms that stand in the text, in order of first appearance.
  public var aliases: [String]
  /// The roles as they stand in the text: `Russia’s US ambassador`.
  public var roles: [String]
  /// All mentions, in order.
  public var mentions: [Mention]
  /// Whether a reader put something right about the person.
  public var isCorrected = false

  /// A person.
  public init(name: String, aliases: [String] = [], roles: [String] = [], mentions: [Mention] = [])
  {
    self.name = name
    self.aliases = aliases
    self.roles = roles
    self.mentions = mentions
  }
}

/// An organisation of one article.
public struct Organisation: Hashable, Sendable {
  /// The fullest form of the name, without its article.
  public var name: String
  /// The other forms that stand in the text.
  public var aliases: [String]
  /// All mentions, in order.
  public var mentions: [Mention]

  /// An organisation.
  public init(name: String, aliases: [String] = [], mentions: [Mention] = []) {
    self.name = name
    self.aliases = aliases
    self.mentions = mentions
  }
}
