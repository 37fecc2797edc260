import Testing

@testable import Model

@Suite struct ArticleDateTests {
  @Test(
    "Takes only days that the calendar has",
    arguments: [
      (2019, 3, 4, true), (2016, 2, 29, true), (2015, 2, 29, false), (1900, 2, 29, false),
      (2000, 2, 29, true), (2019, 4, 31, false), (2019, 13, 1, false), (2019, 0, 1, false),
      (2019, 1, 0, false), (0, 1, 1, false), (10_000, 1, 1, false), (-1, 1, 1, false),
    ])
  func days(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((ArticleDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test(
    "Knows the weekday",
    arguments: [
      (2015, 1, 13, 2), (2019, 3, 4, 1), (2018, 9, 14, 5), (2000, 1, 1, 6), (2016, 2, 29, 1),
      (1970, 1, 1, 4), (2026, 11, 21, 6),
    ])
  func weekday(year: Int, month: Int, day: Int, weekday: Int) throws {
    #expect(try #require(ArticleDate(year: year, month: month, day: day)).weekday == weekday)
  }

  @Test(
    "Writes ISO 8601",
    arguments: [
      (nil, nil, "0987-03-04"), (301, nil, "0987-03-04T05:01"),
      (301, 180, "0987-03-04T05:01+03:00"),
      (1_439, -210, "0987-03-04T23:59-03:30"), (0, 0, "0987-03-04T00:00Z"),
    ] as [(Int?, Int?, String)])
  func iso(minutes: Int?, offset: Int?, text: String) {
    let date = ArticleDate(year: 987, month: 3, day: 4, minutes: minutes, offsetMinutes: offset)
    #expect(date?.description == text)
    #expect(date?.dayDescription == "0987-03-04")
  }

  @Test func `orders by day, then by time`() throws {
    let day = try #require(ArticleDate(year: 2019, month: 3, day: 4))
    let noon = try #require(ArticleDate(year: 2019, month: 3, day: 4, minutes: 720))
    let next = try #require(ArticleDate(year: 2019, month: 3, day: 5))
    #expect([next, noon, day].sorted() == [day, noon, next])
  }
}
