@testable import TestSupport

extension QuoteCases {
  /// Appositions, roles, pronouns, places and days between name and cue.
  static let names: [QuoteCase] = [
    .init(
      #""⟦We start on Monday⟧," ⟪said⟫ ⟨Peter Lang, director of the port⟩."#,
      .direct("Peter Lang")),
    .init(
      #"⟨Hugo Hill, a doctor⟩, ⟪said⟫: "⟦The ward is full.⟧""#, .direct("Hugo Hill")),
    .init(
      #""⟦The ward is full⟧," ⟨Hugo Hill, a doctor at the clinic⟩, ⟪said⟫ on Friday."#,
      .direct("Hugo Hill")),
    .init(
      #""⟦The ward is full⟧," ⟨Hill⟩ ⟪said⟫."# + "\nHugo Hill has run the clinic since 2009.",
      .direct("Hugo Hill")),
    .init(
      #""⟦We are ready to talk⟧," ⟨Foreign Minister Karim Haddad⟩ ⟪said⟫."#,
      .direct("Karim Haddad")),
    .init(
      #""⟦We are ready to talk⟧," ⟪said⟫ ⟨Haddad, who leads the delegation⟩."#
        + "\nForeign Minister Karim Haddad arrived on Sunday.", .direct("Karim Haddad")),
    .init(
      #""⟦We are ready to talk⟧," ⟨the minister⟩ ⟪said⟫."#
        + "\nForeign Minister Karim Haddad arrived on Sunday.", .direct("Karim Haddad")),
    .init(
      "Foreign Minister Karim Haddad arrived on Sunday.\n"
        + #""⟦We are ready to talk⟧," ⟨he⟩ ⟪said⟫."#, .direct("Karim Haddad")),
    .init(
      "Foreign Minister Karim Haddad met Elena Petrova on Sunday.\n"
        + #""⟦We are ready to talk⟧," ⟨she⟩ ⟪said⟫."#, .direct("Elena Petrova")),
    .init(
      #""⟦It is a good day⟧," ⟨Mr. Haddad⟩ ⟪said⟫."#
        + "\nForeign Minister Karim Haddad arrived on Sunday.", .direct("Karim Haddad")),
    .init(
      #""⟦It is a good day⟧," ⟨Haddad⟩ ⟪told⟫ the Daily Harbour newspaper in an interview."#
        + "\nForeign Minister Karim Haddad arrived on Sunday.", .direct("Karim Haddad")),
    .init(
      #""⟦It is a good day⟧," ⟨Haddad⟩ on Sunday ⟪told⟫ reporters."#
        + "\nForeign Minister Karim Haddad arrived on Sunday.", .direct("Karim Haddad")),
    .init(
      #""⟦They never paid us⟧," ⟪said⟫ ⟨Luis Ortega, 45, a welder from Port Halvard⟩."#,
      .direct("Luis Ortega")),
    .init(
      #"⟨Luis Ortega, who goes by the name "Shorty"⟩, ⟪said⟫: "⟦They never paid us.⟧""#,
      .direct("Luis Ortega")),
    .init(
      #""⟦They never paid us⟧," ⟪said⟫ ⟨Luis "Shorty" Ortega⟩."#,
      .direct(#"Luis "Shorty" Ortega"#)),
    .init(
      #""⟦They never paid us⟧," ⟪sighed⟫ ⟨Luis Ortega⟩."#, .direct("Luis Ortega")),
    .init(
      #""⟦They never paid us⟧," ⟨Luis Ortega⟩ ⟪quipped⟫."#, .direct("Luis Ortega")),
    .init(
      #""⟦They never paid us⟧," ⟨Luis Ortega⟩ ⟪went on⟫."#, .direct("Luis Ortega")),
    .init(
      #""⟦They never paid us⟧," ⟨Luis Ortega⟩ angrily ⟪replied⟫."#, .direct("Luis Ortega")),
    .init(
      #""⟦They never paid us⟧," ⟪recalls⟫ ⟨Luis Ortega⟩."#, .direct("Luis Ortega")),
    .init(
      #""⟦They never paid us⟧," ⟪noted⟫ ⟨Ortega⟩."# + "\nThe welder Luis Ortega was laid off.",
      .direct("Luis Ortega")),
    .init(
      #""⟦We have nothing to add⟧," ⟨a senior official⟩ ⟪said⟫."#, .direct("a senior official")),
    .init(
      #""⟦We have nothing to add⟧," ⟨a spokeswoman for the port⟩ ⟪said⟫."#,
      .direct("a spokeswoman for the port")),
    .init(
      #""⟦He is well⟧," ⟨a spokesman for Karim Haddad⟩ ⟪said⟫."#,
      .direct("a spokesman for Karim Haddad")),
    .init(
      #""⟦The match was hard⟧," ⟨coach Jean-Pierre O'Neill⟩ ⟪said⟫."#,
      .direct("Jean-Pierre O'Neill")),
  ]
}
