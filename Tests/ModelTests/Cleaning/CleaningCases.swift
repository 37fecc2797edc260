@testable import TestSupport

extension CleaningCases {
  private static let body = """
    The lake was closed on Friday after the ice broke for the second time in a week.

    Two skaters were pulled out of the water, and both are well, the town said on Friday.
    """

  /// What stands before the first paragraph.
  static let heads: [CleaningCase] = [
    .init("headline without a full stop", "= Lake closed after ice breaks\n\n" + body),
    .init("headline with a full stop", "= Lake closed after ice breaks again.\n\n" + body),
    .init("headline as a question", "= Is the lake still safe?\n\n" + body),
    .init("headline right above the text", "= Lake closed after ice breaks\n" + body),
    .init("no headline", body),
    .init("one paragraph and nothing else", "The lake was closed on Friday."),
    .init(
      "no headline, dateline", "PORT HALVARD, March 4 (Example) — " + body),
    .init(
      "headline, standfirst, dateline",
      "= Lake closed after ice breaks\n\n> Two skaters are well; the town will measure the ice"
        + "\n\nPORT HALVARD, March 4 (Example) — " + body),
    .init(
      "standfirst without a dateline",
      "= Lake closed after ice breaks\n\n> Two skaters are well and the town will measure the ice"
        + "\n\n" + body),
    .init("section line", "% navigation World\n= Lake closed after ice breaks\n\n" + body),
    .init(
      "byline", "= Lake closed after ice breaks\n\n% credit By Anna Berg and Peter Lang\n\n" + body),
    .init(
      "headline in capitals", "= LAKE CLOSED AFTER ICE BREAKS\n\n" + body),
    .init(
      "wrapped lines",
      """
      = Lake closed after ice breaks

      The lake was closed on Friday after the
      | ice broke for the second time in a week,
      | and two skaters were pulled out of the
      | water.

      Both are well, the town said, and the ice
      | will be measured each morning until the
      | end of the month.
      """),
    .init(
      "blanks at both ends of lines",
      "= Lake closed after ice breaks\n\n" + body.split(separator: "\n").joined(separator: "  \n\n")
        + "  \n"),
  ]

  /// Buttons, menus, timestamps, teasers, comments.
  static let furniture: [CleaningCase] = [
    .init(
      "timestamp below the headline",
      "= Lake closed after ice breaks\n\n% timestamp March 4, 2019, 5:01 UTC+3\n\n" + body),
    .init(
      "timestamp with a label",
      "= Lake closed after ice breaks\n\n% timestamp Published: 4 March 2019 10:20 GMT\n\n" + body),
    .init(
      "date that a crawler put in front",
      "% timestamp date 2019-03-04 Lakes & Harbours\n= Lake closed after ice breaks\n\n" + body),
    .init(
      "time before the day",
      "= Lake closed after ice breaks\n\n% timestamp 10:20 GMT 04 March 2019\n\n" + body),
    .init(
      "day with numbers",
      "= Lake closed after ice breaks\n\n% timestamp 04.03.2019 10:20\n\n" + body),
    .init(
      "weekday before the day",
      "= Lake closed after ice breaks\n\n% timestamp Monday, March 4, 2019\n\n" + body),
    .init(
      "buttons",
      "= Lake closed after ice breaks\n\n% navigation Share on Facebook\n% navigation Print\n\n"
        + body),
    .init(
      "site blurb",
      "% navigation Get the latest news and top stories from around the world.\n\n"
        + "= Lake closed after ice breaks\n\n" + body),
    .init(
      "teaser with a label",
      "= Lake closed after ice breaks\n\n"
        + body.replacingFirst("\n\n", "\n\n% teaser Read also: Fog delays the morning boat\n\n")),
    .init(
      "foot with comments",
      "= Lake closed after ice breaks\n\n" + body
        + "\n\n% navigation Comments\n% comments 0\n% navigation log in or register"),
    .init(
      "related headlines at the foot",
      "= Lake closed after ice breaks\n\n" + body
        + "\n\n% navigation Related articles\n% navigation Fog Delays the Morning Boat"
        + "\n% navigation Harbour Council Votes on Fares"),
    .init(
      "labels in another script",
      "= Lake closed after ice breaks\n\n" + body + "\n\n% navigation Подписаться"),
    .init(
      "copyright line",
      "= Lake closed after ice breaks\n\n" + body + "\n\n% credit © 2019 Example News"),
    .init(
      "advertisement",
      "= Lake closed after ice breaks\n\n"
        + body.replacingFirst("\n\n", "\n\n% navigation ADVERTISEMENT\n\n")),
  ]

  /// Pictures.
  static let captions: [CleaningCase] = [
    .init(
      "caption before its credit",
      "= Lake closed after ice breaks\n\n% caption Skaters on the lake in January\n\n"
        + "% credit © Anna Berg/Example\n\n" + body),
    .init(
      "caption given twice",
      "= Lake closed after ice breaks\n\n% caption Skaters on the lake in January\n\n"
        + "% caption Skaters on the lake in January\n\n% credit © Anna Berg/Example\n\n" + body),
    .init(
      "caption with the site's name",
      "% navigation - Example International\n= Lake closed after ice breaks\n\n"
        + "% caption Skaters on the lake in January - Example International\n\n" + body),
    .init(
      "credit glued to its caption",
      "= Lake closed after ice breaks\n\n% credit © AFP 2019 / Anna BergSkaters on the lake\n\n"
        + body),
    .init(
      "credit by words",
      "= Lake closed after ice breaks\n\n% credit Photo: Anna Berg/Example\n\n"
        + body),
    .init(
      "credit in brackets",
      "= Lake closed after ice breaks\n\n% credit (Photo by Anna Berg/Example)\n\n" + body),
    .init(
      "caption that ends in a credit",
      "= Lake closed after ice breaks\n\n"
        + "% caption Skaters on the lake in January. REUTERS/Anna Berg\n\n" + body),
    .init(
      "media note", "= Lake closed after ice breaks\n\n% caption [Video: the ice breaks]\n\n" + body
    ),
    .init(
      "teaser behind a caption",
      "% navigation - Example International\n= Lake closed after ice breaks\n\n"
        + body.replacingFirst(
          "\n\n",
          "\n\n% caption Boats in the fog - Example International\n"
            + "% teaser Fog Delays the Morning Boat\n\n")),
  ]
}

extension String {
  /// With the first occurrence of some words replaced.
  fileprivate func replacingFirst(_ words: String, _ others: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return String(self[..<range.lowerBound]) + others + String(self[range.upperBound...])
  }
}
