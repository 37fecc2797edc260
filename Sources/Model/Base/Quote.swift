/// One thing that somebody is quoted saying.
public struct Quote: Hashable, Sendable {
  /// How much of the content stands in quotation marks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All of it.
    case direct
    /// Some of it.
    case mixed
    /// None of it.
    case indirect
  }

  /// All, some or nothing of it in quotation marks.
  public var kind: Kind
  /// The content, in parts where an attribution stands between; outer marks are not part of it.
  public var spans: [TextSpan]
  /// Who said it; nil where that cannot be told.
  public var speaker: Speaker?
  /// The words that announce speech: `said`, `According to`.
  public var cue: TextSpan?
  /// Where and to whom it was said: `in an interview with …`.
  public var venue: TextSpan?
  /// The line of the file on which the content starts, from 1.
  public var line: Int
  /// The probability that content and speaker are right, 0 to 1.
  public var confidence: Double
  /// The rule or model that found it.
  public var evidence: Evidence

  /// A quote.
  public init(
    kind: Kind, spans: [TextSpan], speaker: Speaker?, cue: TextSpan?, venue: TextSpan? = nil,
    line: Int, confidence: Double, evidence: Evidence
  ) {
    self.kind = kind
    self.spans = spans
    self.speaker = speaker
    self.cue = cue
    self.venue = venue
    self.line = line
    self.confidence = confidence
    self.evidence = evidence
  }

  /// As fine as a confidence is told; finer it is not known.
  static let confidenceSteps = 1000.0

  /// From the first byte of the content to its last.
  public var extent: TextSpan { TextSpan(spans.first?.start ?? 0, spans.last?.end ?? 0) }
}

/// Who said it.
public struct Speaker: Hashable, Sendable {
  /// What kind of source speaks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person, organisation, document, unnamed
  }
  /// The canonical name of a person, an organisation without its article, else the words as written.
  public var name: String
  /// Person, organisation, document or unnamed.
  public var kind: Kind
  /// The words of the attribution: `he`, `the Russian diplomat`.
  public var span: TextSpan
  /// The person, where the speaker is one of the article's people.
  public var person: PersonID?

  /// A speaker.
  public init(name: String, kind: Kind, span: TextSpan, person: PersonID? = nil) {
    self.name = name
    self.kind = kind
    self.span = span
    self.person = person
  }
}

/// The rule or model that found a quote, for the status line and `onrecord quotes --why`.
public enum Evidence: Hashable, Sendable, CaseIterable {
  /// Quoted words with a cue beside them.
  case quotedWordsWithCue
  /// Quoted words that go on from a quote before, with no cue of their own.
  case quotedWordsContinued
  /// Quoted words alone, long enough to be speech.
  case quotedWordsAlone
  /// `X said that …`, `X said …`.
  case speakerCueClause
  /// `…, X said.`
  case clauseCueSpeaker
  /// `According to X, …`
  case accordingTo
  /// `X: …`
  case colon
  /// The sequence model tagged it.
  case model
  /// A reader corrected it.
  case correction

  /// The reason in words: `quoted words, cue beside them`.
  public var words: String {
    switch self {
    case .quotedWordsWithCue: "quoted words with a cue"
    case .quotedWordsContinued: "quoted words that go on"
    case .quotedWordsAlone: "quoted words alone"
    case .speakerCueClause: "speaker, cue, clause"
    case .clauseCueSpeaker: "clause, then speaker and cue"
    case .accordingTo: "according to"
    case .colon: "speaker and colon"
    case .model: "sequence model"
    case .correction: "corrected by a reader"
    }
  }
}
