/// The JSON-LD of a page.
struct LinkedData {
  /// What it says of the article.
  struct Article {
    var headline: String?
    var description: String?
    var body: [UInt8]?
    var authors: [String] = []
    var publisher: String?
    var published: String?
    var section: String?
    var language: String?
    var url: String?
  }

  /// Types of articles, more trusted than those of pages.
  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting",
    "LiveBlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report", "Review",
    "ClaimReview", "AdvertiserContentArticle", "SatiricalArticle", "CreativeWork",
  ]
  private static let pageTypes: Set<String> = [
    "WebPage", "ItemPage", "AboutPage", "NewsMediaOrganization", "VideoObject", "WebSite",
  ]

  private var articles: [LooseJSON] = []
  private var pages: [LooseJSON] = []
  private var byID: [String: LooseJSON] = [:]

  /// The name of the site.
  var siteName: String? {
    pages.first { Self.types(of: $0).contains("WebSite") }?["name"]?.text
  }

  /// Takes the data of one script in.
  mutating func add(_ script: ArraySlice<UInt8>) {
    guard let value = LooseJSON(script) else { return }
    var left = value.elements
    var seen = 0
    // What lies deeper, such as the parts of a live blog, is no article of its own.
    while !left.isEmpty, seen < 500 {
      let one = left.removeFirst()
      seen += 1
      if let graph = one["@graph"] { left += graph.elements }
      if let main = one["mainEntity"] ?? one["mainEntityOfPage"], main["headline"] != nil {
        left.append(main)
      }
      if let id = one["@id"]?.text, byID[id] == nil { byID[id] = one }
      let types = Self.types(of: one)
      if types.contains(where: Self.articleTypes.contains) {
        articles.append(one)
      } else if types.contains(where: Self.pageTypes.contains) {
        pages.append(one)
      }
    }
  }

  /// What is said of the page's article: by the first article that has a headline, then by pages.
  var article: Article {
    let best =
      articles.first { $0["headline"] != nil && $0["datePublished"] != nil }
      ?? articles.first { $0["headline"] != nil } ?? articles.first
    var article = Article()
    if let best {
      article.headline = best["headline"]?.text ?? best["name"]?.text
      article.description = best["description"]?.text
      article.authors = names(best["author"] ?? best["creator"])
      article.publisher = names(best["publisher"]).first ?? names(best["sourceOrganization"]).first
      article.published = best["datePublished"]?.text ?? best["dateCreated"]?.text
      article.section = best["articleSection"]?.elements.first?.text
      article.language = language(best["inLanguage"])
      article.url =
        best["url"]?.text ?? best["mainEntityOfPage"]?.text
        ?? best["mainEntityOfPage"]?["@id"]?.text
    }
    for one in articles {
      for name in ["articleBody", "reviewBody", "text"] where article.body == nil {
        if case .string(let body)? = one[name], body.count > 200 { article.body = body }
      }
    }
    let page = pages.first { Self.types(of: $0).contains("WebPage") }
    article.published = article.published ?? page?["datePublished"]?.text
    article.language = article.language ?? language(page?["inLanguage"])
    return article
  }

  private static func types(of value: LooseJSON) -> [String] {
    (value["@type"]?.elements ?? []).compactMap(\.text).map { type in
      // Also as a whole address: `http://schema.org/NewsArticle`.
      type.split(separator: "/").last.map { String($0) } ?? type
    }
  }

  private func language(_ value: LooseJSON?) -> String? {
    value?.elements.first.flatMap { $0.text ?? $0["alternateName"]?.text ?? $0["name"]?.text }
  }

  /// Names of people or organisations: strings, objects with a name, references to such.
  private func names(_ value: LooseJSON?) -> [String] {
    (value?.elements ?? []).flatMap { one -> [String] in
      if let text = one.text { return [text] }
      let known = one["name"] == nil ? one["@id"]?.text.flatMap { byID[$0] } : one
      return known?["name"]?.elements.compactMap(\.text) ?? []
    }
  }
}
