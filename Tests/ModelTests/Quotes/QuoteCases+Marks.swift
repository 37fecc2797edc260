@testable import TestSupport

extension QuoteCases {
  /// Styles of quotation marks, and pairs that do not match.
  static let marks: [QuoteCase] = [
    .init(#""⟦The ice is thin⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init("“⟦The ice is thin⟧,” Anna Berg said.", .direct("Anna Berg")),
    .init("«⟦The ice is thin⟧», Anna Berg said.", .direct("Anna Berg")),
    .init("„⟦The ice is thin⟧“, Anna Berg said.", .direct("Anna Berg")),
    .init("„⟦The ice is thin⟧”, Anna Berg said.", .direct("Anna Berg")),
    .init("''⟦The ice is thin⟧,'' Anna Berg said.", .direct("Anna Berg")),
    .init("``⟦The ice is thin⟧,'' Anna Berg said.", .direct("Anna Berg")),
    .init("'⟦The ice is thin⟧,' Anna Berg said.", .direct("Anna Berg")),
    .init("‘⟦The ice is thin⟧,’ Anna Berg said.", .direct("Anna Berg")),
    .init("‘⟦The ice isn’t thick⟧,’ Anna Berg said.", .direct("Anna Berg")),
    .init(
      "'⟦The skaters' ice isn't thick⟧,' Anna Berg said.", .direct("Anna Berg")),
    .init(#"“⟦The ice is thin⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init(#""⟦The ice is thin⟧,” Anna Berg said."#, .direct("Anna Berg")),
    .init("”⟦The ice is thin⟧,” Anna Berg said.", .direct("Anna Berg")),
    .init("“⟦The ice is thin⟧,“ Anna Berg said.", .direct("Anna Berg")),
    .init(#""⟦The ice is thin⟧", Anna Berg said."#, .direct("Anna Berg")),
    .init(#"" ⟦The ice is thin⟧ ", Anna Berg said."#, .direct("Anna Berg")),
    .init(#"Anna Berg said: "⟦The ice is thin.⟧"#, .direct("Anna Berg")),
    .init("「⟦The ice is thin⟧」, Anna Berg said.", .direct("Anna Berg")),
  ]

  /// Brackets, ellipses, quotes inside quotes, marks of emphasis.
  static let insides: [QuoteCase] = [
    .init(#""⟦He [the driver] did not stop⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init(#""⟦The ice... it just broke⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init(#""⟦The ice … it just broke⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init(#""⟦The ice (all of it) broke⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init(
      #""⟦My father used to say, 'Never trust a lake in March,' and he was right⟧," Anna Berg said."#,
      .direct("Anna Berg")),
    .init(
      "“⟦My father used to say, ‘Never trust a lake in March,’ and he was right⟧,” Anna Berg said.",
      .direct("Anna Berg")),
    .init(
      #""⟦Mr. Hill of St. Anne's saw it at 7 p.m. on Friday⟧," Anna Berg said."#,
      .direct("Anna Berg")),
    .init(#""⟦The lake — all 3,200 hectares — is closed⟧," Anna Berg said."#, .direct("Anna Berg")),
    .init(
      #""⟦Who said that the ice was safe?⟧" Anna Berg asked."#, .direct("Anna Berg")),
    .init(
      #""⟦The 9" plank broke, and nobody saw it in time⟧," Anna Berg said."#,
      .direct("Anna Berg")),
  ]

  /// Scare quotes, titles, nicknames, names of things.
  static let nothingSaid: [QuoteCase] = [
    .init(#"The "smart" lamps went dark on the first day of the year."#),
    .init(#"The novel "A Winter on the Lake" won the prize of the city."#),
    .init(#"The singer will play songs from "Blue Harbour" and "Ferry Nights" in May."#),
    .init(#"A man known as "the Admiral" was arrested near the port."#),
    .init(#"The so-called "ice brigade" marched through the old town."#),
    .init(#"Visitors to the "House of Salt" pay four crowns."#),
    .init(#"Luis "Shorty" Ortega was arrested near the port."#),
    .init(#"The operation, code-named "Northern Light," began in June."#),
    .init(#"The word "ferry" is older than the town."#),
    .init(#"The 6" pipe and the 8" pipe broke in the cold."#),
    .init("The skaters' hut and the farmers' market were closed."),
    .init("Rock 'n' roll came to the port in the summer of '58."),
  ]

  /// Negated and modal cues, beliefs, plans, passives without words.
  static let notVoiced: [QuoteCase] = [
    .init("Having said that, the lake was closed in May for good reasons."),
    .init("Anna Berg did not say that the lake would be closed."),
    .init("Anna Berg would not say whether the lake would be closed."),
    .init("Anna Berg will say on Friday that the lake is closed."),
    .init("Anna Berg declined to say how the ice broke."),
    .init("Anna Berg thought the lake was closed."),
    .init("Anna Berg refused to comment on the ice."),
    .init("The state of the ice was not reported in the town."),
    .init(
      "He read the report and left the room."),
    .init("The report was read by the council in January."),
    .init("Anna Berg answered the phone and added salt to the soup."),
    .init("The council announced a new ferry."),
    .init("Needless to say, the lake froze again."),
  ]
}
