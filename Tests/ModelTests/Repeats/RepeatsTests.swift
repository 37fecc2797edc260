import Testing

@testable import Model

@Suite struct RepeatsTests {
  private static let story = [
    "The lake beside the town was closed on Friday after the ice had become too thin to walk on.",
    "The mayor said that two children had been pulled out of the water on Thursday and were well.",
    "Skaters who had come from the city for the weekend were asked to leave the ice before noon.",
    "The fire brigade will measure the ice again on Monday, and the lake stays closed until then.",
  ]

  private func article(_ title: String, _ paragraphs: [String]) -> Article {
    let text = ([title] + paragraphs).joined(separator: "\n\n") + "\n"
    return ArticlePipeline().article(of: SourcePage(file: "a.txt", text: SourceText(text)))
  }

  private func groups(_ articles: [Article]) -> [[Int]] {
    var groups = RepeatGroups()
    for article in articles { groups.add(article) }
    return groups.repeats
  }

  @Test func `one article under two names, and wire copy with another headline`() {
    let articles = [
      article("Ice closes the lake", Self.story),
      article(
        "Council meets", Self.story.reversed().map { $0.replacing("the", with: "every other") }),
      article("Ice closes the lake", Self.story),
      article("Lake shut: thin ice", Self.story),
      article("Thin ice", Array(Self.story.dropLast()) + ["Nobody was hurt."]),
    ]
    #expect(groups(articles) == [[0, 2, 3, 4]])
  }

  @Test func `what only shares a sentence is no repeat`() {
    let other = [
      Self.story[0],
      "In the valley the river rose by a metre within a day, and three bridges were closed to cars.",
      "The railway runs again between the two towns, though trains are late by about half an hour.",
      "Farmers moved their animals to higher ground before the night, helped by their neighbours.",
    ]
    #expect(groups([article("Ice", Self.story), article("River", other)]) == [])
  }

  @Test func `short texts are repeats only where they are the same`() {
    let short = ["The lake was closed on Friday."]
    #expect(groups([article("A lake", short), article("Another lake", short)]) == [])
    #expect(groups([article("A lake", short), article("A lake", short)]) == [[0, 1]])
  }

  @Test func `signatures can be stored`() {
    let signature = ArticleSignature(of: article("Ice", Self.story))
    #expect(signature.places.count == ArticleSignature.size)
    #expect(ArticleSignature(places: signature.places) == signature)
    #expect(signature.likeness(to: signature) == 1)
    #expect(ArticleSignature(places: [1, 2]).places.isEmpty)
  }
}
