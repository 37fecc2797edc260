@testable import TestSupport

extension PeopleCases {
  /// Initials, particles, hyphens, apostrophes, suffixes, names from many languages.
  static let forms: [PeopleCase] = [
    .init("⟦Peter Lang⟧ sold the boat.", "Peter Lang"),
    .init("The boat was sold by ⟦Peter Lang⟧ on Monday.", "Peter Lang"),
    .init("The boat was sold by ⟦Peter J. Lang⟧ on Monday.", "Peter J. Lang"),
    .init("The book by ⟦J. K. Moore⟧ was sold.", "J. K. Moore"),
    .init(
      "The book by ⟦J.K. Moore⟧ was sold.", "J.K. Moore"),
    .init("The boat was sold by ⟦Peter Lang Jr.⟧ on Monday.", "Peter Lang Jr."),
    .init("The boat was sold by ⟦Peter Lang, Jr.⟧, on Monday.", "Peter Lang, Jr."),
    .init("The boat was sold by ⟦Peter Lang III⟧ on Monday.", "Peter Lang III"),
    .init(
      "The painter ⟦Maria de la Cruz⟧ came home.", "Maria de la Cruz"),
    .init(
      "The painter ⟦Ludwig van der Meer⟧ came home.", "Ludwig van der Meer"),
    .init("The painter ⟦Otto von Stein⟧ came home.", "Otto von Stein"),
    .init(
      "The painter ⟦Jean-Pierre Dubois⟧ came home.", "Jean-Pierre Dubois"),
    .init("The painter ⟦Anna Berg-Nilsson⟧ came home.", "Anna Berg-Nilsson"),
    .init("The painter ⟦Sean O'Neill⟧ came home.", "Sean O'Neill"),
    .init("The painter ⟦Sean O’Neill⟧ came home.", "Sean O’Neill"),
    .init("The painter ⟦Fiona McAllister⟧ came home.", "Fiona McAllister"),
    .init("The painter ⟦José García Núñez⟧ came home.", "José García Núñez"),
    .init(
      "The painter ⟦Jürgen Müller⟧ came home.", "Jürgen Müller"),
    .init(
      "The painter ⟦Øyvind Åsen⟧ came home.", "Øyvind Åsen"),
    .init(
      "The painter ⟦Łukasz Żak⟧ came home.", "Łukasz Żak"),
    .init("Foreign Minister ⟦Sergei Ivanovich Belov⟧ arrived.", "Sergei Ivanovich Belov"),
    .init("Foreign Minister ⟦Dmitry Krasnopevtsev⟧ arrived.", "Dmitry Krasnopevtsev"),
    .init("Foreign Minister ⟦Lyudmila Shcherbakova⟧ arrived.", "Lyudmila Shcherbakova"),
    .init(
      "Foreign Minister ⟦Abdullah al-Rashid⟧ arrived.", "Abdullah al-Rashid"),
    .init("Foreign Minister ⟦Khalid bin Hamad Al Noor⟧ arrived.", "Khalid bin Hamad Al Noor"),
    .init("Foreign Minister ⟦Mohammed Abdel Aziz⟧ arrived.", "Mohammed Abdel Aziz"),
    .init("Foreign Minister ⟦Zhang Weiming⟧ arrived.", "Zhang Weiming"),
    .init("Foreign Minister ⟦Kim Tae-jun⟧ arrived.", "Kim Tae-jun"),
    .init("Foreign Minister ⟦Nguyen Van Thanh⟧ arrived.", "Nguyen Van Thanh"),
    .init("Foreign Minister ⟦Nobuo Takahashi⟧ arrived.", "Nobuo Takahashi"),
    .init("Foreign Minister ⟦Adebayo Okonkwo⟧ arrived.", "Adebayo Okonkwo"),
    .init(
      "⟦PETER LANG⟧ sold the boat.", "PETER LANG"),
    .init(#"⟦Luis "Shorty" Ortega⟧ was arrested."#, #"Luis "Shorty" Ortega"#),
    .init("Mr. ⟦Lang⟧ sold the boat.", "Lang"),
    .init("Mrs. ⟦Berg⟧ and Dr. ⟦Hill⟧ were there.", "Berg", "Hill"),
    .init("⟦Peter Lang⟧'s boat and ⟦Anna Berg⟧’s lake were sold.", "Peter Lang", "Anna Berg"),
    .init("⟦Peter Lang⟧, 45, and ⟦Anna Berg⟧, 39, were there.", "Peter Lang", "Anna Berg"),
  ]

  /// What a person is, before and behind the name.
  static let roles: [PeopleCase] = [
    .init("The talks with President ⟦Karim Haddad⟧ began.", "Karim Haddad", roles: ["President"]),
    .init(
      "Talks with US Attorney General ⟦Karim Haddad⟧ began.", "Karim Haddad",
      roles: ["US Attorney General"]),
    .init(
      "Talks with Russia’s Ambassador to the United States ⟦Ivan Belov⟧ began.", "Ivan Belov",
      roles: ["Russia’s Ambassador to the United States"]),
    .init(
      "Talks with Russia's US ambassador, ⟦Ivan Belov⟧, began.", "Ivan Belov",
      roles: ["Russia's US ambassador"]),
    .init(
      "Talks with ⟦Ivan Belov⟧, the head of the Norwegian delegation, began.", "Ivan Belov",
      roles: ["the head of the Norwegian delegation"]),
    .init(
      "⟦Ivan Belov⟧, 58, a retired teacher, sold the boat.", "Ivan Belov",
      roles: ["a retired teacher"]),
    .init(
      "Talks with former Prime Minister ⟦Ivan Belov⟧ began.", "Ivan Belov",
      roles: ["former Prime Minister"]),
    .init("Talks with Sen. ⟦Ivan Belov⟧ began.", "Ivan Belov", roles: ["Sen."]),
    .init(
      "Talks with the company's chief executive, ⟦Ivan Belov⟧, began.", "Ivan Belov",
      roles: ["company's chief executive"]),
    .init(
      "Talks with French Deputy Foreign Minister ⟦Luc Morel⟧ began.", "Luc Morel",
      roles: ["French Deputy Foreign Minister"]),
    .init(
      "Talks with ⟦Luc Morel⟧, secretary general of the Harbour League, began.", "Luc Morel",
      roles: ["secretary general of the Harbour League"]),
    .init(
      "Talks with secretary of state ⟦Luc Morel⟧ began.", "Luc Morel",
      roles: ["secretary of state"]),
    .init(
      "⟦Luc Morel⟧, who is the mayor of Port Halvard, sold the boat.", "Luc Morel",
      roles: ["the mayor of Port Halvard"]),
    .init(
      "Talks with ⟦Luc Morel⟧ (the mayor of Port Halvard) began.", "Luc Morel",
      roles: ["the mayor of Port Halvard"]),
  ]

  /// Definite phrases that stand for somebody named elsewhere; marked as speakers.
  static let phrases: [String] = [
    "Russian ambassador Ivan Belov arrived. ⟨The Russian diplomat⟩ was late.",
    "President Karim Haddad arrived. ⟨The president⟩ was late.",
    "Mayor Anna Berg and captain Peter Lang arrived. ⟨The captain⟩ was late.",
    "President Karim Haddad arrived. The goalkeeper was late.",
    "Anna Berg, the mayor of Halvard, arrived. ⟨The mayor⟩ was late.",
    "French minister Luc Morel met German minister Karl Stein. ⟨The French minister⟩ was late.",
    "President Karim Haddad arrived. A president needs patience.",
    "Foreign Minister Luc Morel arrived. The defence minister was late.",
    "Former President Karim Haddad arrived. The president was late.",
    "Spokesman Luc Morel arrived. The militia's spokesman was late.",
    "Adviser Luc Morel arrived. An official was late. The official was ill.",
  ]
}
