import Testing

@testable import Browser

@Suite struct WebAddressTests {
  @Test(
    "A link is resolved on its page",
    arguments: [
      ("https://other.example/x", "https://other.example/x"),
      ("//cdn.example/x", "https://cdn.example/x"),
      ("/top", "https://news.example/top"), ("next.html", "https://news.example/a/b/next.html"),
      ("./next.html?q=1#x", "https://news.example/a/b/next.html?q=1#x"),
      ("../up", "https://news.example/a/up"), ("../../../up", "https://news.example/up"),
      ("..", "https://news.example/a/"), ("?page=2", "https://news.example/a/b/c.html?page=2"),
      ("#top", "https://news.example/a/b/c.html?id=1#top"), ("mailto:a@b.example", nil),
      ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("a b", nil), ("", nil),
      ("x\u{1B}y", nil), ("HTTPS://other.example", "HTTPS://other.example"),
    ])
  func resolves(link: String, wanted: String?) {
    #expect(WebAddress.resolved(link, on: "https://news.example/a/b/c.html?id=1#z") == wanted)
  }

  @Test(arguments: [nil, "news.example/a", "ftp://news.example/a", "https://", "https:///a"])
  func `without a page only whole addresses lead anywhere`(page: String?) {
    #expect(WebAddress.resolved("/top", on: page) == nil)
    #expect(WebAddress.resolved("https://other.example/x", on: page) == "https://other.example/x")
  }

  @Test func `a page without a path`() {
    #expect(WebAddress.resolved("x", on: "http://news.example") == "http://news.example/x")
    #expect(WebAddress.resolved("?x", on: "http://news.example") == "http://news.example/?x")
  }
}
