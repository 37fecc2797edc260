/// Which nouns can stand for which: a diplomat may be an ambassador, a leader a president.
enum RoleKinds {
  /// Whether a phrase with the noun `phrase` may speak of somebody whose role has the noun `role`.
  static func matches(phrase: UInt32, role: UInt32) -> Bool {
    phrase == role || kinds[phrase]?.contains(role) == true
  }

  private static let kinds: [UInt32: Set<UInt32>] = {
    let rows: [(String, String)] = [
      ("diplomat", "ambassador envoy consul attache attaché representative minister secretary"),
      ("envoy", "ambassador representative"),
      (
        "leader",
        "president premier minister chancellor chairman chairwoman head king emir sultan dictator chief"
      ),
      (
        "official",
        "secretary minister aide adviser advisor director commissioner head chief deputy ambassador spokesman spokeswoman undersecretary administrator officer"
      ),
      ("lawmaker", "senator congressman congresswoman representative deputy mp member speaker"),
      ("legislator", "senator congressman congresswoman representative deputy"),
      (
        "politician",
        "senator congressman congresswoman representative deputy president minister governor mayor candidate nominee leader premier"
      ),
      ("candidate", "nominee contender"),
      ("nominee", "candidate"),
      ("businessman", "ceo executive billionaire mogul developer founder owner entrepreneur"),
      ("executive", "ceo founder president director chairman"),
      ("minister", "premier"),
      ("premier", "minister"),
      ("adviser", "advisor aide"),
      ("advisor", "adviser aide"),
      ("aide", "adviser advisor"),
      ("spokesman", "spokesperson"),
      ("spokeswoman", "spokesperson"),
      ("lawyer", "attorney counsel"),
      ("attorney", "lawyer counsel"),
      ("economist", "professor economist"),
      ("academic", "professor scholar researcher"),
      ("commander", "general admiral colonel"),
      ("officer", "captain sergeant lieutenant colonel major chief"),
    ]
    var kinds: [UInt32: Set<UInt32>] = [:]
    for (noun, under) in rows {
      kinds[Bytes.hash(of: noun.utf8)] = Set(
        under.split(separator: " ").map { Bytes.hash(of: $0.utf8) })
    }
    return kinds
  }()

  /// The country that a word names or belongs to, as the hash of one name of it.
  static func country(of hash: UInt32) -> UInt32? { countries[hash] }

  private static let countries: [UInt32: UInt32] = {
    let rows = """
      russia russian moscow kremlin
      us u.s. america american usa washington states
      uk u.k. britain british england english london
      france french paris
      germany german berlin
      china chinese beijing
      japan japanese tokyo
      korea korean seoul
      india indian
      pakistan pakistani
      afghanistan afghan
      iraq iraqi
      iran iranian
      syria syrian
      turkey turkish
      israel israeli
      palestine palestinian
      egypt egyptian
      ukraine ukrainian kiev kyiv
      poland polish
      hungary hungarian
      romania romanian
      bulgaria bulgarian
      serbia serbian
      greece greek
      italy italian
      spain spanish
      portugal portuguese
      netherlands dutch
      belgium belgian
      switzerland swiss
      austria austrian
      sweden swedish
      norway norwegian
      denmark danish
      finland finnish
      canada canadian
      mexico mexican
      cuba cuban
      brazil brazilian
      argentina argentine argentinian
      venezuela venezuelan
      colombia colombian
      australia australian
      armenia armenian
      azerbaijan azerbaijani
      georgia georgian
      kazakhstan kazakh
      belarus belarusian
      moldova moldovan
      estonia estonian
      latvia latvian
      lithuania lithuanian
      libya libyan
      kenya kenyan
      nigeria nigerian
      lebanon lebanese
      jordan jordanian
      yemen yemeni
      qatar qatari
      vietnam vietnamese
      philippines filipino
      indonesia indonesian
      """
    var countries: [UInt32: UInt32] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ").map { Bytes.hash(of: $0.utf8) }
      for word in words { countries[word] = words[0] }
    }
    return countries
  }()
}
