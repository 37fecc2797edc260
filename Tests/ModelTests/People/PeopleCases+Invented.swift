@testable import TestSupport

/// Names and roles met in invented articles of many styles.
extension PeopleCases {
  /// The first person's roles are compared.
  static let titled: [PeopleCase] = [
    .init(
      "Former mayor Sir ⟦Alistair McNamara⟧ sold the boat.", "Alistair McNamara",
      roles: ["Former mayor"]),
    .init("Landlady ⟦Mo Farrell⟧ sold the boat.", "Mo Farrell"),
    .init(
      "His barrister, ⟦Tom Adeyemi⟧ QC, sold the boat.", "Tom Adeyemi", roles: ["His barrister"]),
    .init(
      "Talks with Israeli army spokesman Lt. Col. ⟦Avi Peretz⟧ began.", "Avi Peretz",
      roles: ["Israeli army spokesman", "Lt. Col."]),
    .init(
      "Talks with Saudi Crown Prince ⟦Mohammed bin Salman⟧ began.", "Mohammed bin Salman",
      roles: ["Saudi Crown Prince"]),
    .init(
      "Director of the Foreign Ministry's Department for International Organizations ⟦Pyotr Belov⟧ left.",
      "Pyotr Belov",
      roles: [
        "Director of the Foreign Ministry's Department for International Organizations"
      ]),
    .init(
      "Environment Minister ⟦Sofia Lindqvist⟧ sold the boat.", "Sofia Lindqvist",
      roles: ["Environment Minister"]),
    .init(
      "⟦Ekaterina Morozova⟧, a nematologist at the university, sold the boat.",
      "Ekaterina Morozova", roles: ["a nematologist at the university"]),
    .init(
      "UN Secretary-General ⟦António Ruiz⟧ sold the boat.", "António Ruiz",
      roles: ["UN Secretary-General"]),
    .init(
      "Zyra co-founder and CEO ⟦Jayden T. Nguyen-Walsh⟧ resigned.", "Jayden T. Nguyen-Walsh",
      roles: ["Zyra co-founder and CEO"]),
    .init("Historian ⟦María José Pérez-Llorca⟧ sold the boat.", "María José Pérez-Llorca"),
    .init("A shy young man called ⟦Ravi⟧ nodded.", "Ravi"),
    .init("Goldman Sachs says the price could fall."),
    .init(
      "Minister ⟦Íñigo Vázquez de Mella y Torres⟧ left. ⟦Vázquez de Mella⟧ was late.",
      "Íñigo Vázquez de Mella y Torres"),
    .init(
      "According to Kremlin spokesman ⟦Dmitry Orlov⟧, the president is aware.", "Dmitry Orlov",
      roles: ["Kremlin spokesman"]),
  ]
}
