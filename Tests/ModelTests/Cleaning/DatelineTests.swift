import Testing

@testable import Model
@testable import TestSupport

@Suite struct DatelineTests {
  private static let lede = "the lake was closed after the ice broke for the second time in a week."

  @Test(
    "Reads place, day and agency",
    arguments: [
      ("MOSCOW, January 13 (Sputnik) – The", "MOSCOW", "January 13", "Sputnik"),
      ("MOSCOW (Sputnik) — The", "MOSCOW", nil, "Sputnik"),
      ("WASHINGTON, September 14. /TASS/. The", "WASHINGTON", "September 14", "TASS"),
      ("LONDON (Reuters) - The", "LONDON", nil, "Reuters"),
      ("LONDON, March 4 (Reuters) - The", "LONDON", "March 4", "Reuters"),
      ("PARIS (AP) -- The", "PARIS", nil, "AP"),
      ("BEIJING, Jan. 13 (Xinhua) -- The", "BEIJING", "Jan. 13", "Xinhua"),
      ("NEW YORK (AFP) — The", "NEW YORK", nil, "AFP"),
      ("Paris (AFP) - The", "Paris", nil, "AFP"),
      ("ASTANA. KAZINFORM - The", "ASTANA", nil, "KAZINFORM"),
      ("NEW YORK — The", "NEW YORK", nil, nil),
      ("ST. PETERSBURG, March 4 (Interfax) - The", "ST. PETERSBURG", "March 4", "Interfax"),
      ("WASHINGTON, D.C. (AP) — The", "WASHINGTON, D.C.", nil, "AP"),
      ("PORT-AU-PRINCE, Haiti (AP) — The", "PORT-AU-PRINCE, Haiti", nil, "AP"),
      ("SÃO PAULO (Reuters) - The", "SÃO PAULO", nil, "Reuters"),
      ("ASTANA. March 4. KAZINFORM - The", "ASTANA", "March 4", "KAZINFORM"),
      ("MOSCOW. March 4 (Interfax) - The", "MOSCOW", "March 4", "Interfax"),
      ("NEW DELHI, 4 March (ANI): The", "NEW DELHI", "4 March", "ANI"),
      ("BERLIN, March 4, 2019 (Example) — The", "BERLIN", "March 4, 2019", "Example"),
      ("(Reuters) - The", nil, nil, "Reuters"),
      ("TEHRAN (Tasnim) – The", "TEHRAN", nil, "Tasnim"),
    ] as [(String, String?, String?, String?)])
  func reads(head: String, place: String?, day: String?, agency: String?) {
    let article = CleaningCase("dateline", "Zzz zzz\n\n\(head) \(Self.lede)").article
    let dateline = article.dateline
    #expect(dateline.map { article[$0.place] } == place)
    #expect(dateline?.date.map { article[$0] } == day)
    #expect(article.agency == agency)
    if let dateline {
      let rest = TextSpan(dateline.span.end, article.body[0].end)
      #expect(article[rest].drop { $0 == " " }.hasPrefix("The the lake"))
    }
  }

  @Test(
    "Takes no other beginning for a dateline",
    arguments: [
      "Moscow – the capital – was closed after the ice broke twice.",
      "NATO said that the lake was closed after the ice broke.",
      "USA! USA! shouted the people who had come to the lake.",
      "A well-known skater - Anna Berg - fell through the ice on Friday.",
      "Peter Lang (Labour) said that the lake was closed on Friday.",
      "In Moscow (Russia) - the lake was closed after the ice broke.",
      "The lake - all of it - was closed after the ice broke.",
    ])
  func leaves(lede: String) {
    #expect(CleaningCase("dateline", "Zzz zzz\n\n\(lede)").article.dateline == nil)
  }
}
