import Model
import Testing

@testable import Browser

@Suite struct ShownRoleTests {
  @Test(
    arguments: [
      ([], nil),
      (["the diplomat", "Harbour’s envoy to the lakes"], "Harbour’s envoy to the lakes"),
      (["Gov.", "Governor"], "Governor"),
      (["aide", "a former aide to the mayor"], "a former aide to the mayor"),
      (["Rep.", "the head of the ferry board"], "the head of the ferry board"),
      (["Mayor", "The mayor"], "Mayor"),
      (["Gov."], "Gov."),
    ] as [([String], String?)])
  func `the role that tells most is shown`(roles: [String], shown: String?) {
    #expect(Person(name: "Ines Varga", roles: roles).shownRole == shown)
  }
}
