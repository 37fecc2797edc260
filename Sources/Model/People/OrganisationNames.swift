/// Organisations and states that newspapers write in several ways, under one name.
enum OrganisationNames {
  /// The one name of an organisation: `United States` for `U.S.`
  static func canonical(_ name: String) -> String { names[name] ?? name }

  private static let names: [String: String] = {
    let rows: [(String, [String])] = [
      ("United States", ["US", "U.S.", "U.S", "USA", "U.S.A.", "United States of America"]),
      ("United Kingdom", ["UK", "U.K.", "U.K"]),
      ("European Union", ["EU", "E.U.", "E.U"]),
      ("United Nations", ["UN", "U.N.", "U.N"]),
    ]
    var names: [String: String] = [:]
    for (name, others) in rows { for other in others { names[other] = name } }
    return names
  }()
}
