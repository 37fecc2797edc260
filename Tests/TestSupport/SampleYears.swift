import Model

/// Invented articles of three years in which the same people speak.
enum SampleYears {
  static let all: [Article] = {
    var articles: [Article] = []
    for (number, entry) in entries.enumerated() { articles.append(article(entry, number)) }
    return articles + [undated]
  }()

  private struct Entry {
    var day: (Int, Int, Int)
    var title: String
    var chair: String
    var direct: String
    var indirect: String
  }

  private static let entries = [
    Entry(
      day: (2017, 2, 6), title: "New chair promises a bridge", chair: "deputy chair of the council",
      direct: "A bridge is cheaper than a century of ferries",
      indirect: "the ferry lost money every winter"),
    Entry(
      day: (2017, 9, 18), title: "Bridge plans delayed", chair: "chair of the harbour council",
      direct: "We will not build a bridge on borrowed money",
      indirect: "the ferry would run for two more years"),
    Entry(
      day: (2018, 5, 22), title: "Storm sinks the small ferry",
      chair: "chair of the harbour council",
      direct: "Nobody was hurt, and that is all that counts today",
      indirect: "the crew had done everything right"),
    Entry(
      day: (2018, 5, 29), title: "Inquiry into the storm begins",
      chair: "chair of the harbour council",
      direct: "The weather service warned us in time",
      indirect: "no ferry should have left the harbour"),
    Entry(
      day: (2019, 11, 4), title: "The bridge opens", chair: "mayor of Port Halvard",
      direct: "I was wrong about the money, and glad to be",
      indirect: "the night ferry would go on until spring"),
  ]

  private static func article(_ entry: Entry, _ number: Int) -> Article {
    let (year, month, day) = entry.day
    return ArticleSketch(
      """
      = \(entry.title)
      Port Halvard waited for news of the bridge and the ferry.
      “⟦\(entry.direct)⟧,” Ines Varga said.
      Tomas Quill, the director of the line, said that ⟦\(entry.indirect)⟧.
      """
    ).article(
      file: "years/\(number)-\(year).txt", agency: number % 2 == 0 ? "Example" : "Coast Wire",
      published: ArticleDate(year: year, month: month, day: day).map {
        PublicationDate(date: $0, basis: .stated)
      },
      people: [
        (name: "Ines Varga", role: entry.chair, forms: ["Varga"]),
        (name: "Tomas Quill", role: "director of the line", forms: ["Quill"]),
      ],
      said: [
        .init(kind: .direct, speaker: "Ines Varga", naming: "Ines Varga", cue: "said"),
        .init(
          kind: .indirect, speaker: "Tomas Quill", naming: "Tomas Quill", cue: "said",
          evidence: .speakerCueClause),
      ])
  }

  private static let undated = ArticleSketch(
    """
    = Letters to the editor
    A reader asked for a bench at the harbour. “⟦Sit down and watch the boats⟧,” Ada Brook wrote.
    """
  ).article(
    file: "years/letters.txt", people: [(name: "Ada Brook", role: nil, forms: [])],
    said: [.init(kind: .direct, speaker: "Ada Brook", naming: "Ada Brook", cue: "wrote")])
}
