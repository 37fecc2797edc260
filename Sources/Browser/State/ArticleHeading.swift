import Model

/// The words over an article that no span of its text holds: place and date made readable.
enum ArticleHeading {
  /// `TASS · Washington · Friday 14 September 2018`; what is not known is left out.
  static func metadata(of article: Article, _ words: Words = Words()) -> String {
    var parts: [String] = []
    if let agency = article.agency, !agency.isEmpty { parts.append(agency) }
    if !article.authors.isEmpty {
      parts.append(words(.byAuthors(article.authors.joined(separator: ", "))))
    }
    if let dateline = article.dateline {
      let place = readable(place: article[dateline.place])
      if !place.isEmpty { parts.append(place) }
    }
    if let published = article.published {
      parts.append(words(published.date))
    } else {
      parts.append(words(.undated))
    }
    return parts.joined(separator: " · ")
  }

  /// Why an inferred date is taken to be so; nil where the text states it.
  static func dateNote(of article: Article, _ words: Words = Words()) -> String? {
    guard let published = article.published else { return nil }
    switch published.basis {
    case .stated: return nil
    case .inferred: return words(.inferredDate) + (published.note.map { ": " + $0 } ?? "")
    }
  }

  /// A place written in capitals as a name: `WASHINGTON` is `Washington`, but `UN` stays.
  static func readable(place: String) -> String {
    guard place == place.uppercased() else { return place }
    return place.split(separator: " ").map { word in
      word.count <= 2 || word.contains(".")
        ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }
}
