@testable import TestSupport

extension QuoteCases {
  /// No quotation marks.
  static let indirect: [QuoteCase] = [
    .init(
      "⟨Anna Berg⟩ ⟪said⟫ that ⟦the lake would be closed on Friday⟧.", .indirect("Anna Berg")),
    .init("⟨Anna Berg⟩ ⟪said⟫ ⟦the lake would be closed on Friday⟧.", .indirect("Anna Berg")),
    .init("⟦The lake will be closed on Friday⟧, ⟨Anna Berg⟩ ⟪said⟫.", .indirect("Anna Berg")),
    .init(
      "⟦The lake will be closed on Friday⟧, ⟪said⟫ ⟨Anna Berg, the mayor⟩.",
      .indirect("Anna Berg")),
    .init(
      "⟦The lake will be closed on Friday⟧, ⟨Mayor Anna Berg⟩ ⟪told⟫ reporters on Tuesday.",
      .indirect("Anna Berg")),
    .init(
      "Mayor Anna Berg gave no date.\n⟦The lake⟧, ⟨she⟩ ⟪said⟫, ⟦+will be closed⟧.",
      .indirect("Anna Berg")),
    .init(
      "⟪According to⟫ ⟨Anna Berg⟩, ⟦the lake will be closed on Friday⟧.", .indirect("Anna Berg")),
    .init(
      "⟦The lake will be closed on Friday⟧, ⟪according to⟫ ⟨Anna Berg⟩.", .indirect("Anna Berg")),
    .init(
      "⟦The lake will be closed⟧, ⟪according to⟫ ⟨the city's own figures⟩.",
      .indirect("the city's own figures")),
    .init(
      "⟨Anna Berg⟩ ⟪told⟫ the Daily Harbour on Tuesday that ⟦the lake would be closed⟧.",
      .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ ⟪warned⟫ on Monday that ⟦the ice was thin⟧.", .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ ⟪said⟫ that, ⟦if elected, she would close the lake⟧.", .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ also ⟪stressed⟫ that ⟦the ice was thin⟧.", .indirect("Anna Berg")),
    .init(
      "⟨Mayor Anna Berg⟩, in a statement on Monday, ⟪said⟫ ⟦the ice was thin⟧.",
      .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ ⟪confirmed⟫ that ⟦the lake had been closed⟧, but gave no reason.",
      .indirect("Anna Berg")),
    .init(
      "⟨Police⟩ ⟪said⟫ ⟦two men had been arrested⟧.", .indirect("Police")),
    .init(
      "⟦Two men have been arrested⟧, ⟨police⟩ ⟪said⟫.", .indirect("police")),
    .init(
      "⟨Officials⟩ ⟪say⟫ ⟦the bridge will reopen in May⟧.", .indirect("Officials")),
    .init(
      "Mayor Anna Berg closed the lake.\n⟨She⟩ ⟪added⟫ that ⟦the ice was thin⟧.",
      .indirect("Anna Berg")),
    .init(
      "Mayor Anna Berg closed the lake, ⟪saying⟫ ⟦the ice was thin⟧.", .indirect("Anna Berg")),
    .init(
      "In an interview on Sunday, ⟨Anna Berg⟩ ⟪said⟫ ⟦the ice was thin⟧.", .indirect("Anna Berg")),
    .init(
      "When asked about the lake, ⟨Anna Berg⟩ ⟪replied⟫ that ⟦the ice was thin⟧.",
      .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ ⟪denied⟫ that ⟦the lake would be sold⟧.", .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ ⟪said⟫ ⟦she did not know who had sold the lake⟧.", .indirect("Anna Berg")),
    .init(
      "⟨Anna Berg⟩ ⟪pointed out⟫ that ⟦the ice had broken twice⟧.", .indirect("Anna Berg")),
  ]

  /// Words in marks inside a clause that is said.
  static let mixed: [QuoteCase] = [
    .init(
      #"⟨Anna Berg⟩ ⟪said⟫ that ⟦the ice was "much too thin" for skating⟧."#, .mixed("Anna Berg")),
    .init(
      #"⟨Anna Berg⟩ ⟪said⟫ ⟦the ice was "much too thin."⟧"#, .mixed("Anna Berg")),
    .init(
      #"⟦The ice is "much too thin" for skating⟧, ⟨Anna Berg⟩ ⟪said⟫."#, .mixed("Anna Berg")),
    .init(
      #"⟨Anna Berg⟩ ⟪called⟫ ⟦the plan "a gift to nobody."⟧"#, .mixed("Anna Berg")),
    .init(
      #"⟪According to⟫ ⟨Anna Berg⟩, ⟦the ice is "much too thin" for skating⟧."#,
      .mixed("Anna Berg")),
    .init(
      #"⟨Anna Berg⟩ ⟪described⟫ ⟦the ice as "much too thin."⟧"#, .mixed("Anna Berg")),
    .init(
      #"⟨Anna Berg⟩ ⟪added⟫ that ⟦"much too thin" was a polite word for it⟧."#,
      .mixed("Anna Berg")),
  ]
}
