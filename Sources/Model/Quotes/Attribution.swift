/// Who said what, as tokens, before the speaker is known by name.
struct Attribution: Sendable {
  /// The content, in parts; never empty.
  var content: [Range<Int>]
  /// The words of the speaker.
  var source: Range<Int>?
  /// The words that announce speech.
  var cue: Range<Int>?
  /// Where and to whom.
  var venue: Range<Int>?
  /// What found it.
  var evidence: Evidence
  /// What the trained model thinks of it, 0 to 1; nil where it was not asked or did not see it.
  var probability: Double?
  /// Whether the cue is one of speech, not of belief or plan.
  var isSpeech = true
  /// Whether it is a turn of a printed interview: `Tom Bell: …`.
  var isTurn = false
  /// The block it stands in.
  var block: Int

  /// From the first token of the content to its last.
  var extent: Range<Int> {
    var extent = content[0]
    for part in content {
      if part.lowerBound < extent.lowerBound { extent = part.lowerBound..<extent.upperBound }
      if part.upperBound > extent.upperBound { extent = extent.lowerBound..<part.upperBound }
    }
    return extent
  }
}
