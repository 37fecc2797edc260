import Testing

@testable import Model

@Suite struct FoldingTests {
  @Test(
    "Folds words for search",
    arguments: [
      ("Lake", ["lake"]),
      ("thin ICE", ["thin", "ice"]),
      ("café CAFÉ cafe\u{301}", ["cafe", "cafe", "cafe"]),
      ("Straße STRASSE", ["strasse", "strasse"]),
      ("Øyvind Åsen", ["oyvind", "asen"]),
      ("Łukasz Żak", ["lukasz", "zak"]),
      ("García Núñez", ["garcia", "nunez"]),
      ("Þór Ægir œuvre", ["thor", "aegir", "oeuvre"]),
      ("ёлка ЁЛКА елка", ["елка", "елка", "елка"]),
      ("МОСКВА Йод", ["москва", "йод"]),
      ("ΑΘΗΝΑ Αθήνα Αθη\u{301}να", ["αθηνα", "αθηνα", "αθηνα"]),
      ("Йод йод и\u{306}од", ["йод", "йод", "йод"]),
      ("ЇЖАК Європа ї і\u{308}", ["іжак", "європа", "і", "і"]),
      ("Việt Vie\u{323}\u{302}t Nguyễn", ["viet", "viet", "nguyen"]),
      ("Ștefan S\u{326}tefan", ["stefan", "stefan"]),
      ("O'Neill O’Neill", ["o", "neill", "o", "neill"]),
      ("well-known", ["well", "known"]),
      ("湖の水位", ["湖の水位"]),
      ("co\u{AD}operate", ["cooperate"]),
      ("2018–2019", ["2018", "2019"]),
      ("«ice»—“thin”", ["ice", "thin"]),
      ("a\u{A0}b", ["a", "b"]),
      ("😀 ice", ["😀", "ice"]),
      ("", []),
      (" \n\t", []),
    ])
  func folds(text: String, words: [String]) {
    #expect(Folding.words(of: text).map { String(decoding: $0, as: UTF8.self) } == words)
  }

  @Test func `ranges point at the words as they stand`() {
    let text = "«Café», Straße!"
    let bytes = Array(text.utf8)
    var found: [String] = []
    Folding.forEachWord(in: bytes) { range, _ in
      found.append(String(decoding: bytes[range], as: UTF8.self))
    }
    #expect(found == ["Café", "Straße"])
  }
}
