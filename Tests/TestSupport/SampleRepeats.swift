import Model

/// Three articles that say the same, from three days, and two others.
enum SampleRepeats {
  static let all = [copy(1), copy(2), copy(3), SampleArticles.bulletin, SampleArticles.orchard]

  private static func copy(_ number: Int) -> Article {
    ArticleSketch(
      """
      = Port Halvard keeps its night ferry for another winter
      The harbour council of Port Halvard voted on Monday to keep the night ferry running through \
      the winter, after nurses, bakers and students said that they had no other way home. The operator \
      had warned of a loss of two million crowns, which the council will pay from the reserve for \
      bridges. The boat carries forty people on a good night and was stopped only twice before, for the \
      great ice and for a strike.
      The council meets again in spring to look at the figures of the winter, and the operator hopes \
      that by then the new pier will be open to everybody who wants to cross the water at night.
      Note \(number) of the editors.
      """
    ).article(
      file: "samples/night-\(number).txt", agency: "Wire \(number)",
      published: ArticleDate(year: 2020, month: 1, day: number).map {
        PublicationDate(date: $0, basis: .stated)
      })
  }
}
