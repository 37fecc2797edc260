@testable import TestSupport

/// Patterns met in invented articles of many styles: wire, court, sport, feature, interview.
extension QuoteCases {
  /// Who speaks, where the words beside the cue mislead.
  static let antecedents: [QuoteCase] = [
    .init(
      #"⟨Councillor Dr. Amara Bell-Reyes, who chairs the planning committee⟩, ⟪said⟫ ⟦the terminal's noise study "was incomplete"⟧."#,
      .mixed("Amara Bell-Reyes")),
    .init(
      #"⟨Rep. Carlos Mendoza (D-Texas), who leads the ethics panel⟩, ⟪told⟫ reporters that "⟦it goes on.⟧""#,
      .direct("Carlos Mendoza")),
    .init(
      #"⟨Anna Berg — the mayor of Halvard⟩ — ⟪joked⟫ that ⟦the lake "had melted"⟧."#,
      .mixed("Anna Berg")),
    .init(
      #"""
      Spokesman Peter Lang was there. ⟨A senior official⟩ ⟪said⟫ ⟦the figure was wrong⟧.
      "⟦Nobody believes it⟧," ⟨the official⟩ ⟪said⟫.
      """#, .indirect("A senior official"), .direct("A senior official")),
    .init(
      #"⟨A person familiar with the matter⟩ ⟪said⟫ ⟦the talks had failed⟧. "⟦It is over⟧," ⟨the person⟩ ⟪added⟫."#,
      .indirect("A person familiar with the matter"), .direct("A person familiar with the matter")),
    .init(
      #""⟦Closed until spring⟧," ⟨a plaque on the wall⟩ ⟪says⟫."#, .direct("a plaque on the wall")),
    .init(
      "⟨His wife, Jeanne d'Aubigny⟩, ⟪said⟫ ⟦he had not slept⟧.", .indirect("Jeanne d'Aubigny")),
    .init(
      "⟨Their chairman, Lord Haversham⟩, ⟪said⟫ last week ⟦he would not sell⟧.",
      .indirect("Haversham")),
    .init(
      "Minister Peter Lang left. ⟨The spokesman, Colonel Mehmet Demir⟩, ⟪said⟫ ⟦the road was open⟧.",
      .indirect("Mehmet Demir")),
    .init(
      #"Anna Berg called the bill weak and Erik Holm agreed, ⟪saying⟫: "⟦It leaks.⟧""#,
      .direct("Erik Holm")),
    .init(
      #"⟨Anna Berg⟩ ⟪said⟫ ⟦the rivers were clean⟧ and ⟨biologist Eva Lund⟩ ⟪warned⟫ that ⟦they were not⟧."#,
      .indirect("Anna Berg"), .indirect("Eva Lund")),
    .init(
      #"⟨Deputy Chairman Dmitry Orlov⟩ ⟪wrote⟫ that ⟦the deal was dead⟧. "⟦Rest in peace⟧," ⟨the ex-president⟩ ⟪added⟫."#,
      .indirect("Dmitry Orlov"), .direct("Dmitry Orlov")),
    .init(
      #"""
      "⟦We lost⟧," said coach Carl Stein.
      Hassan Nasser, a shopkeeper, was sweeping glass. "⟦Truce?⟧" he asked.
      """#, .direct("Carl Stein"), .direct("Hassan Nasser")),
    .init(
      "⟨Harbour Foods⟩ ⟪said⟫ ⟦it would close two plants⟧. ⟦No site would be sold⟧, ⟨it⟩ ⟪added⟫.",
      .indirect("Harbour Foods"), .indirect("Harbour Foods")),
    .init(
      "⟦Anna Berg met Carl Stein by telephone⟧, ⟨state news agency HNA⟩ ⟪reported⟫, without giving details.",
      .indirect("HNA")),
    .init(
      #"Anna Berg's letter was long. ⟨The document⟩ ⟪reads⟫: "⟦The parties shall refrain.⟧""#,
      .direct("document")),
  ]

  /// Parts, ends and marks.
  static let bounds: [QuoteCase] = [
    .init(
      #""⟦It is open⟧," ⟨Anna Berg⟩ ⟪said⟫ drily, "⟦+and free.⟧""#, .direct("Anna Berg")),
    .init(
      #""⟦It is open⟧," ⟨Anna Berg⟩ ⟪said⟫ on Monday, "⟦+and free.⟧""#, .direct("Anna Berg")),
    .init(
      #"⟨Anna Berg⟩ ⟪said⟫ "⟦no.⟧" "⟦Maybe⟧," ⟨she⟩ ⟪added⟫."#, .direct("Anna Berg"),
      .direct("Anna Berg")),
    .init(#""⟦The end is near⟧, ⟨Anna Berg⟩ ⟪said⟫."#, .direct("Anna Berg")),
    .init(
      "“⟦We will win.⟧\n“⟦+We will win again⟧,” ⟪said⟫ ⟨Anna Berg⟩.", .direct("Anna Berg")),
    .init(
      "'⟦It's our sea⟧,' ⟨Anna Berg⟩ ⟪said⟫. '⟦+It was our fathers' sea.⟧'", .direct("Anna Berg")),
    .init(
      #"""
      ⟨Tom Bell⟩⟪:⟫ ⟦You wrote that it is blunt. Is it?⟧
      ⟨Anna Berg⟩⟪:⟫ ⟦Blunter than ever.⟧
      ⟨TB⟩⟪:⟫ ⟦What would you change?⟧
      """#, .indirect("Tom Bell"), .indirect("Anna Berg"), .indirect("Tom Bell")),
  ]

  /// What rules and model together may take for speech.
  static let silent: [QuoteCase] = [
    .init("Asked whether the ministry would block it, spokesman Peter Lang declined to comment."),
    .init("Asked if she forgave the firm, Anna Berg laughed."),
    .init("Anna Berg hopes to reopen by Christmas."),
    .init("The company plans to hire engineers and wants to build a port."),
    .init(#"The money was spent on a yacht called "Liquid Asset"."#),
    .init(#"Captain Jean N'Diaye, nicknamed "The Wall", limped off after 30 minutes."#),
  ]

  /// Where rules and model together must not tell one thing twice.
  static let once: [QuoteCase] = [
    .init(
      #""⟦It's a stunt⟧," Huang Li said. "⟦Everyone had six weeks⟧," he added, "⟦+and not one called us.⟧""#,
      .direct("Huang Li"), .direct("Huang Li")),
    .init(
      #"⟦⟦Minister Ivan Belov accused ⟦the council of "sabotaging" the talks⟧⟧, the ministry's press service reported."#,
      .mixed("the ministry's press service"), .mixed("Ivan Belov")),
  ]
}
