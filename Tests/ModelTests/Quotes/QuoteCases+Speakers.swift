@testable import TestSupport

extension QuoteCases {
  /// Several people in one sentence or one paragraph, and nobody.
  static let speakers: [QuoteCase] = [
    .init(
      #"""
      "⟦The dock is shut⟧," Luis Ortega said.
      Peter Lang has run the yard for years. The work is hard. "⟦I would not send my son⟧," he said.
      """#, .direct("Luis Ortega"), .direct("Peter Lang")),
    .init(
      #"Peter Lang, who goes by the name "Shorty," told reporters ⟦he had seen nothing⟧."#,
      .indirect("Peter Lang")),
    .init(
      #"""
      "⟦The ice is thin⟧," Anna Berg said, while Peter Lang said: "⟦The ice is as thick as ever.⟧"
      """#, .direct("Anna Berg"), .direct("Peter Lang")),
    .init(
      "⟨Anna Berg⟩ ⟪said⟫ ⟦the ice was thin⟧, but ⟨Peter Lang⟩ ⟪said⟫ ⟦it was thick⟧.",
      .indirect("Anna Berg"), .indirect("Peter Lang")),
    .init(
      #"""
      "⟦The ice is thin⟧," Anna Berg said.
      "⟦It is as thick as ever⟧," Peter Lang said.
      "⟦Come and measure it⟧," Berg answered.
      """#, .direct("Anna Berg"), .direct("Peter Lang"), .direct("Anna Berg")),
    .init(
      #""⟦The ice is thin⟧," ⟨Anna Berg⟩ ⟪told⟫ Peter Lang."#, .direct("Anna Berg")),
    .init(
      #"""
      Anna Berg met Peter Lang at the shore.
      "⟦The ice is thin⟧," ⟨Lang⟩ ⟪said⟫.
      """#, .direct("Peter Lang")),
    .init(
      #"""
      "⟦The ice is thin⟧," ⟨Maria Stone⟩ ⟪said⟫ of her brother's lake, which John Stone sold in May.
      """#, .direct("Maria Stone")),
    .init(
      #"""
      Snow fell on the northern passes on Tuesday.
      "⟦This is the worst winter that we have had in fifty years, and it is not over.⟧"
      """#, .direct(nil)),
    .init(
      #"""
      Anna Berg closed the lake. Two hundred people had come to skate on it that morning.
      "⟦I have never seen so many people on the ice⟧," ⟨she⟩ ⟪said⟫.
      """#, .direct("Anna Berg")),
    .init(
      #"""
      Peter Lang, whose sister Anna Berg is the mayor, sold the boat.
      "⟦I was tired of it⟧," ⟨he⟩ ⟪said⟫.
      """#, .direct("Peter Lang")),
    .init(
      #"""
      "⟦The ice is thin⟧," Anna Berg said, adding, "⟦Nobody should walk on it.⟧"
      """#, .direct("Anna Berg"), .direct("Anna Berg")),
  ]

  /// Organisations, documents, messages that are read out, unnamed people.
  static let sources: [QuoteCase] = [
    .init(
      "The United States ⟪said⟫ ⟦it would wait⟧. The US ⟪said⟫ later that ⟦it would sign⟧.",
      .indirect("United States"), .indirect("United States")),
    .init(
      #""⟦The port is open⟧," ⟨the Foreign Ministry⟩ ⟪said⟫ in a statement."#,
      .direct("Foreign Ministry")),
    .init(
      "⟦The port is open⟧, ⟨the Kremlin⟩ ⟪said⟫.", .indirect("Kremlin")),
    .init(
      "⟨The Ministry of Justice⟩ ⟪said⟫ on Monday that ⟦the law would change⟧.",
      .indirect("Ministry of Justice")),
    .init(
      #"""
      President Karim Haddad's message was read to the guests by his aide.
      "⟦The harbour belongs to all of us⟧," ⟨the message⟩ ⟪reads⟫.
      """#, .direct("Karim Haddad")),
    .init(
      #"""
      Minister Karim Haddad said in a letter to the city that ⟦the port would reopen⟧.
      "⟦I thank all who worked through the winter⟧," the letter reads.
      """#, .indirect("Karim Haddad"), .direct("Karim Haddad")),
    .init(
      #""⟦The two men were known to each other⟧," ⟨the indictment⟩ ⟪says⟫."#, .direct("indictment")),
    .init(
      "⟦The pump failed at noon⟧, ⟪according to⟫ ⟨a report by the harbour council⟩.",
      .indirect("a report by the harbour council")),
    .init(
      "⟪According to⟫ ⟨the Harbour Council⟩, ⟦the pump failed at noon⟧.",
      .indirect("Harbour Council")),
    .init(
      "⟦The pump failed at noon⟧, ⟨Reuters⟩ ⟪reported⟫.", .indirect("Reuters")),
    .init(
      "It was said that the pump failed at noon."),
    .init(
      #"A sign on the door read "⟦Closed until spring.⟧""#, .direct("A sign on the door")),
    .init(
      #"Thieves left a note that read: "⟦Sorry, they were the best.⟧""#, .direct("note")),
  ]
}
