import Testing

@testable import Model
@testable import TestSupport

@Suite struct PublicationDatingTests {
  private func published(_ page: String) -> PublicationDate? {
    CleaningCase("dated", page).article.published
  }

  @Test(
    "Takes a date that a line states in full",
    arguments: [
      ("March 4, 2019", "2019-03-04"),
      ("4 March 2019", "2019-03-04"),
      ("2019-03-04", "2019-03-04"),
      ("March 4, 2019, 5:01 UTC+3", "2019-03-04T05:01+03:00"),
      ("Published: 4 March 2019 10:20 GMT", "2019-03-04T10:20Z"),
      ("Updated March 4th, 2019 7:05 p.m. EST", "2019-03-04T19:05-05:00"),
      ("4 Sept. 2019", "2019-09-04"),
      ("04.03.2019 10:20", "2019-03-04T10:20"),
      ("Monday, March 4, 2019", "2019-03-04"),
    ])
  func stated(line: String, date: String) {
    let found = published("Lake closed\n\n\(line)\n\nThe lake was closed after the ice broke.\n")
    #expect(found?.date.description == date)
    #expect(found?.basis == .stated)
    #expect(found?.note == nil)
  }

  @Test(
    "A day and a weekday fix the year",
    arguments: [
      // January 13 was a Tuesday in 2015.
      (
        "MOSCOW, January 13 (Example) – The lake was closed on Tuesday. It froze in 2014.",
        "2015-01-13"
      ),
      // March 4 was a Monday in 2019.
      ("OSLO, March 4. /EX/. The lake was closed on Monday, as in 2018 and 2017.", "2019-03-04"),
      // A year that lies ahead says nothing: the plan runs until 2025.
      ("OSLO, March 4 (Example) – It was closed on Monday, as in 2018, until 2025.", "2019-03-04"),
      // February 29 was a Monday in 2016, and is none in the years around it.
      (
        "OSLO, February 29 (Example) – The lake was closed on Monday. It froze in 2015.",
        "2016-02-29"
      ),
    ])
  func inferred(text: String, date: String) {
    let found = published("Lake closed after ice breaks\n\n\(text)\n")
    #expect(found?.date.description == date)
    #expect(found?.basis == .inferred)
    #expect(found?.note?.isEmpty == false)
  }

  @Test(
    "What the text does not determine stays unknown",
    arguments: [
      "The lake was closed on Friday after the ice broke.",
      "MOSCOW, January 13 (Example) – The lake was closed after the ice broke in 2014.",
      "MOSCOW, January 13 (Example) – The lake was closed on Tuesday after the ice broke.",
      "MOSCOW (Example) – The lake was closed on Tuesday as in 2014.",
      "The lake was closed on March 4, 2019, after the ice broke.",
      "OSLO, February 30 (Example) – The lake was closed on Tuesday as in 2014.",
    ])
  func undetermined(text: String) {
    #expect(published("Lake closed after ice breaks\n\n\(text)\n") == nil)
  }
}
