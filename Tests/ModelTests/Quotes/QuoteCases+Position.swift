@testable import TestSupport

extension QuoteCases {
  /// Before, after, between, inverted, by colon.
  static let positions: [QuoteCase] = [
    .init(
      #""⟦The boat will run all winter⟧," ⟨Ines Varga⟩ ⟪said⟫."#, .direct("Ines Varga")),
    .init(
      #"⟨Ines Varga⟩ ⟪said⟫: "⟦The boat will run all winter.⟧""#, .direct("Ines Varga")),
    .init(
      #"⟨Ines Varga⟩ ⟪said⟫, "⟦The boat will run all winter.⟧""#, .direct("Ines Varga")),
    .init(
      #""⟦The boat⟧," ⟨Ines Varga⟩ ⟪said⟫, "⟦+will run all winter.⟧""#, .direct("Ines Varga")),
    .init(
      #""⟦The boat will run all winter⟧," ⟪said⟫ ⟨Ines Varga⟩."#, .direct("Ines Varga")),
    .init(
      #""⟦Will the boat run all winter?⟧" ⟨Ines Varga⟩ ⟪asked⟫."#, .direct("Ines Varga")),
    .init(
      #""⟦Nobody told us!⟧" ⟪shouted⟫ ⟨Peter Lang⟩."#, .direct("Peter Lang")),
    .init(
      #"Speaking to reporters on Monday, ⟨Ines Varga⟩ ⟪said⟫ "⟦the boat will run.⟧""#,
      .direct("Ines Varga")),
    .init(
      #""⟦The boat will run all winter⟧," ⟨Ines Varga⟩ ⟪told⟫ reporters on Tuesday."#,
      .direct("Ines Varga")),
    .init(
      #"As ⟨Ines Varga⟩ ⟪put⟫ it, "⟦the boat belongs to everyone in this town.⟧""#,
      .direct("Ines Varga")),
    .init(
      #""⟦The boat will run all winter⟧" — ⟨Ines Varga⟩."#, .direct("Ines Varga")),
    .init(
      #"⟨Ines Varga⟩: "⟦The boat will run all winter.⟧""#, .direct("Ines Varga")),
    .init(
      #"In a letter to the harbour council, ⟨Peter Lang⟩ ⟪wrote⟫: "⟦We cannot wait for spring.⟧""#,
      .direct("Peter Lang")),
    .init(
      #""⟦The ice is thin⟧," ⟨the mayor, Anna Berg⟩, ⟪said⟫ on Sunday."#, .direct("Anna Berg")),
    .init(
      #""⟦The ice is thin⟧," ⟨Anna Berg⟩ ⟪has said⟫ many times."#, .direct("Anna Berg")),
  ]

  /// Attributions inside a quote, and quotes inside one sentence.
  static let parts: [QuoteCase] = [
    .init(
      #"""
      "⟦The ice is thin⟧," ⟨Anna Berg⟩ ⟪said⟫. "⟦+Nobody should walk on it this week.⟧"
      """#, .direct("Anna Berg")),
    .init(
      #""⟦If the ice breaks⟧," ⟨Anna Berg⟩ ⟪warned⟫, "⟦+nobody will be there to help.⟧""#,
      .direct("Anna Berg")),
    .init(
      #""⟦The ice is thin⟧," ⟪said⟫ ⟨Anna Berg, the mayor⟩. "⟦+Stay on the shore.⟧""#,
      .direct("Anna Berg")),
    .init(
      #"⟦The old bridge⟧, ⟨Anna Berg⟩ ⟪said⟫, ⟦+will be closed until the end of April⟧."#,
      .indirect("Anna Berg")),
    .init(
      #""⟦The ice is thin⟧," ⟨Anna Berg⟩ ⟪said⟫, ⟪adding⟫ that ⟦the lake would be closed⟧."#,
      .direct("Anna Berg"), .indirect("Anna Berg")),
    .init(
      #"⟨Anna Berg⟩ ⟪said⟫ ⟦the lake was closed⟧ and ⟪stressed⟫ that ⟦the ice was thin⟧."#,
      .indirect("Anna Berg"), .indirect("Anna Berg")),
    .init(
      #""⟦The ice is thin⟧," Anna Berg said and added: "⟦Stay on the shore.⟧""#,
      .direct("Anna Berg"), .direct("Anna Berg")),
  ]

  /// Paragraphs that go on without a closing mark, and paragraphs without a cue.
  static let runs: [QuoteCase] = [
    .init(
      #"""
      "⟦The ice is thin⟧," Anna Berg said. "⟦+It broke twice last week.⟧
      "⟦+We will put up signs on every path.⟧"
      """#, .direct("Anna Berg")),
    .init(
      #"""
      Anna Berg said: "⟦The ice is thin. It broke twice last week.⟧
      "⟦+We will put up signs on every path.⟧
      "⟦+And we will close the lake.⟧"
      """#, .direct("Anna Berg")),
    .init(
      #"""
      Anna Berg said ⟦the lake would be closed⟧.
      "⟦The ice is thin and it broke twice last week, so we had no other choice.⟧"
      """#, .indirect("Anna Berg"), .direct("Anna Berg")),
    .init(
      #"""
      "⟦The ice is thin⟧," Anna Berg said.
      The lake has been frozen since the first week of January.
      "⟦We will close it on Friday⟧," she added.
      """#, .direct("Anna Berg"), .direct("Anna Berg")),
    .init(
      #"""
      "⟦The ice is thin⟧," Mayor Anna Berg said.
      "⟦We will close the lake on Friday⟧," the mayor went on.
      """#, .direct("Anna Berg"), .direct("Anna Berg")),
  ]
}
