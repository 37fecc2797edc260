@testable import TestSupport

extension PeopleCases {
  /// One person under several forms.
  static let again: [PeopleCase] = [
    .init("⟦Peter Lang⟧ sold the boat. ⟦Lang⟧ was tired.", "Peter Lang"),
    .init("⟦Lang⟧ was tired. ⟦Peter Lang⟧ sold the boat.", "Peter Lang"),
    .init("⟦Peter Lang⟧ sold the boat. ⟦Peter⟧ was tired.", "Peter Lang"),
    .init("⟦Peter Lang⟧ sold the boat. Mr. ⟦Lang⟧ was tired.", "Peter Lang"),
    .init("⟦Peter Lang⟧ sold the boat, and ⟦Peter J. Lang⟧ was tired.", "Peter J. Lang"),
    .init(
      "⟦Peter Lang⟧ sold the boat, and ⟦P. Lang⟧ was tired.", "Peter Lang"),
    .init(
      "⟦Lang, Peter⟧ sold the boat. ⟦Peter Lang⟧ was tired.", "Peter Lang"),
    .init("⟦Peter Lang Jr.⟧ sold the boat. ⟦Lang⟧ was tired.", "Peter Lang Jr."),
    .init(
      "⟦Maria de la Cruz⟧ came home. ⟦De la Cruz⟧ was tired.", "Maria de la Cruz"),
    .init(
      "⟦Maria de la Cruz⟧ came home. ⟦Cruz⟧ was tired.", "Maria de la Cruz"),
    .init(
      "Minister ⟦Abdullah al-Rashid⟧ arrived. ⟦Al-Rashid⟧ was tired.", "Abdullah al-Rashid"),
    .init("Minister ⟦Zhang Weiming⟧ arrived. ⟦Zhang⟧ was tired.", "Zhang Weiming"),
    .init("Minister ⟦José García Núñez⟧ arrived. ⟦García⟧ was tired.", "José García Núñez"),
    .init(
      "Minister ⟦Sergei Belov⟧ arrived. ⟦Sergey Belov⟧ was tired.", "Sergei Belov"),
    .init(
      "Minister ⟦Sergei Ivanovich Belov⟧ arrived. ⟦Sergei Belov⟧ was tired.",
      "Sergei Ivanovich Belov"),
    .init("⟦Anna Berg⟧ sold ⟦Berg⟧'s lake.", "Anna Berg"),
    .init("⟦Zora Quillfeather⟧ said so. The lake is ⟦Quillfeather⟧’s.", "Zora Quillfeather"),
  ]

  /// People who share a name.
  static let apart: [PeopleCase] = [
    .init(
      "⟦Peter Lang⟧ met ⟦Maria Lang⟧ at the shore.", "Peter Lang", "Maria Lang"),
    .init(
      "⟦Peter Lang⟧ met ⟦Maria Lang⟧. Mrs. ⟦Lang⟧ was tired.", "Peter Lang", "Maria Lang"),
    .init(
      "⟦Peter Lang⟧ met ⟦Peter Stone⟧ at the shore.", "Peter Lang", "Peter Stone"),
    .init(
      "⟦Anna Berg⟧, ⟦Peter Lang⟧ and ⟦Luis Ortega⟧ met.", "Anna Berg", "Peter Lang",
      "Luis Ortega"),
    .init(
      "⟦John A. Stone⟧ met ⟦John B. Stone⟧ at the shore.", "John A. Stone", "John B. Stone"),
    .init("The Lang brothers sold the boat."),
    .init(
      issue: "a shared surname is not given to the first of two",
      "⟦Peter⟧ and ⟦Maria Lang⟧ sold the boat.", "Peter Lang", "Maria Lang"),
    .init("President ⟦Karim Haddad⟧ met Mayor ⟦Anna Berg⟧.", "Karim Haddad", "Anna Berg"),
    .init("He sold the boat. She bought it."),
  ]

  /// Organisations, places, brands, ships, days, works.
  static let nobody: [PeopleCase] = [
    .init("The Ministry of Justice and the Foreign Ministry met in Port Halvard."),
    .init("The United States and the European Union met in New York."),
    .init("Reuters and the Associated Press reported from Geneva."),
    .init(
      "Shares of General Motors and Johnson & Johnson fell."),
    .init("The Ford Foundation gave money to Harvard University."),
    .init("Microsoft and Apple met at the World Trade Center."),
    .init("The Red Cross came to Saint Petersburg on Monday."),
    .init(
      "The ship Queen Mary sailed on Tuesday from Cape Town."),
    .init("The Treaty of Paris was signed on a Sunday in January."),
    .init("The Washington Post and the Daily Harbour agreed."),
    .init("The Nobel Prize and the Booker Prize were given in May."),
    .init("Manchester United met Real Madrid on Saturday."),
    .init("The Second World War ended in Europe in May."),
    .init("Black Friday came early to the Halvard Bridge."),
    .init("Islamic State fighters left the Golan Heights."),
    .init("Meanwhile Halvard froze. However Friday was warm."),
    .init("The Clinton Foundation and the Bush administration met."),
    .init("The Security Council met on Lake Geneva at Easter."),
    .init("Hurricane Maria hit the coast on Friday."),
    .init("JPMorgan Chase and Goldman Sachs bought Deutsche Bank."),
  ]
}
