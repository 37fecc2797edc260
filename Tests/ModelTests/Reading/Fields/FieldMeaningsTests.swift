import Testing

@testable import Model

@Suite struct FieldMeaningsTests {
  @Test(
    arguments: [
      ("2019-03-12", "2019-03-12"), ("1552348800", "2019-03-12T00:00Z"),
      ("1552348800000", "2019-03-12T00:00Z"), ("1552348800123456", "2019-03-12T00:00Z"),
      ("1552348860.5", "2019-03-12T00:01Z"), ("20190312", "2019-03-12"),
      ("951782400", "2000-02-29T00:00Z"),
      ("4102444799", "2099-12-31T23:59Z"), ("12", nil), ("", nil), ("99999999999999999999", nil),
      ("-1552348800", nil), ("soon", nil), ("20191312", nil),
    ] as [(String, String?)])
  func `dates come in words and numbers`(text: String, date: String?) {
    #expect(FieldMeanings.date(Array(text.utf8))?.description == date)
  }

  @Test(arguments: [
    ("By Anna Berg and Jan Roe", ["Anna Berg", "Jan Roe"]),
    ("Anna Berg, Jan Roe", ["Anna Berg", "Jan Roe"]),
    ("Berg, Anna; Roe, Jan", ["Berg, Anna", "Roe, Jan"]), ("Berg, Anna", ["Berg, Anna"]),
    ("['Anna Berg', 'Jan Roe']", ["Anna Berg", "Jan Roe"]), ("None", []), ("", []), ("[]", []),
    ("nan", []),
  ])
  func `names come in lists`(text: String, names: [String]) {
    #expect(FieldMeanings.names(Array(text.utf8)) == names)
  }

  @Test(
    arguments: [
      ("en", "en"), ("en_US", "en-US"), ("pt-BR", "pt-BR"), ("English", "en"), ("x", nil),
      ("unknown", nil),
      ("", nil),
    ] as [(String, String?)])
  func `languages become tags`(text: String, tag: String?) {
    #expect(FieldMeanings.language(Array(text.utf8)) == tag)
  }
}
