import Testing

@testable import Model

/// One person across articles; all names are invented.
@Suite struct PersonKeyTests {
  @Test(
    "Knows one person in two spellings",
    arguments: [
      ("Sergei Belov", "Sergey Belov"), ("Sergei Belov", "Sergei Ivanovich Belov"),
      ("Peter Lang", "Peter J. Lang"), ("Peter Lang", "Peter Lang Jr."),
      ("Bill Stone", "William Stone"), ("José Núñez", "Jose Nunez"), ("ANNA BERG", "Anna Berg"),
      ("Maria de la Cruz", "Maria Cruz"),
    ])
  func same(a: String, b: String) throws {
    #expect(try #require(PersonKey(a)) == #require(PersonKey(b)))
  }

  @Test(
    "Keeps others apart",
    arguments: [
      ("Peter Lang", "Maria Lang"), ("Lang", "Peter Lang"), ("Peter Lang", "Peter Lange"),
      ("Berg", "Anna Berg"),
    ])
  func different(a: String, b: String) {
    #expect(PersonKey(a) != PersonKey(b))
  }

  @Test("Takes no initial for a given name", arguments: ["P. Lang", "", "…"])
  func unknown(name: String) {
    #expect(PersonKey(name) == nil)
  }
}
