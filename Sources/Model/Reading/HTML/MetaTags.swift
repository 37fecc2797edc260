/// The `meta`, `link`, `title` and `time` elements of a page.
struct MetaTags {
  /// The names under which a date of publication stands, most trusted first.
  static let dateNames = [
    "article:published_time", "article:published", "og:published_time", "dc.date.issued",
    "dc.date.created", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date",
    "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publishdate",
    "pubdate", "publish-date", "publication_date", "date", "article.published", "article:post_date",
    "originalpublicationdate", "article_date_original", "date_published", "displaydate",
  ]

  private var values: [String: String] = [:]
  /// All authors that are named, in order.
  private(set) var authors: [String] = []
  var canonical: String?
  var language: String?
  var title: String?
  /// The first `time` that says it is the date of publication, or the first of an article.
  private(set) var publishedTime: String?
  private var isTimeSure = false

  /// The content under a name in small letters.
  subscript(name: String) -> String? { values[name] }

  /// Takes a `meta` element in.
  mutating func add(_ element: Int, of tree: HTMLTree) {
    guard let content = tree.string(.content, of: element), !content.isEmpty else { return }
    for attribute in [HTMLTree.Name.property, .name, .itemprop, .httpEquiv] {
      guard let name = tree.string(attribute, of: element)?.lowercased() else { continue }
      if values[name] == nil { values[name] = content }
      switch name {
      case "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
        "sailthru.author", "byl", "article:author_name":
        // Where one name stands several times, these are several authors; other names repeat them.
        if authorName == nil || authorName == name {
          guard !content.contains("://") else { continue }
          authorName = name
          authors.append(content)
        }
      default: break
      }
    }
  }
  private var authorName: String?

  /// Takes a `time` element in.
  mutating func addTime(_ element: Int, of tree: HTMLTree) {
    guard let stated = tree.string(.datetime, of: element) ?? tree.string(.content, of: element)
    else { return }
    func says(_ name: HTMLTree.Name, _ word: StaticString) -> Bool {
      tree.value(name, of: element).map { Bytes.contains($0, word: word) } ?? false
    }
    let isModified = says(.itemprop, "modified") || says(.class, "updated") || says(.class, "modif")
    let isSure = says(.itemprop, "datepublished") || says(.class, "publish")
    guard !isModified, publishedTime == nil || (isSure && !isTimeSure) else { return }
    publishedTime = stated
    isTimeSure = isSure
  }
}
