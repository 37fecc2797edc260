/// Writes articles as JSON Lines, the contract that other programs read (schema 1).
public enum ArticleExport {
  /// One article as one line, with the line feed; offsets in Unicode code points.
  public static func jsonLines(for article: Article, includingSource: Bool = false) -> [UInt8] {
    let offset = CodePointOffsets(article.source.bytes)
    var json = JSONBytes(capacity: 3 * article.source.bytes.count + 1024)
    json.object { json in
      head(article, &json)
      json.key("text")
      json.value(article.body.map { article.source.bytes[$0.range] }, separator: "\n\n")
      json.key("body")
      spans(article.body, offset, &json)
      json.key("removed")
      json.array { json in
        for removal in article.removed {
          json.object { json in
            bounds(removal.span, offset, &json)
            json.key("reason")
            json.value(removal.reason.rawValue)
          }
        }
      }
      people(article, offset, &json)
      quotes(article, offset, &json)
      if includingSource {
        json.key("source_text")
        json.value([article.source.bytes[...]], separator: "")
      }
    }
    json.newline()
    return json.bytes
  }

  private static func head(_ article: Article, _ json: inout JSONBytes) {
    json.key("schema")
    json.value(1)
    json.key("id")
    json.value(article.id.description)
    json.key("file")
    json.value(article.file)
    json.key("item")
    json.value(article.item)
    json.key("title")
    json.value(article.title.text)
    json.key("title_basis")
    json.value(article.title.basis.rawValue)
    json.key("agency")
    json.value(article.agency)
    json.key("authors")
    strings(article.authors, &json)
    json.key("url")
    json.value(article.url)
    json.key("section")
    json.value(article.section)
    json.key("language")
    json.value(article.language)
    json.key("dateline")
    if let dateline = article.dateline {
      json.object { json in
        json.key("place")
        json.value(article[dateline.place])
        json.key("date_text")
        json.value(dateline.date.map { article[$0] })
      }
    } else {
      json.null()
    }
    json.key("published")
    json.value(article.published?.date.description)
    json.key("published_basis")
    json.value(article.published?.basis.rawValue)
    json.key("published_note")
    json.value(article.published?.note)
  }

  private static func people(
    _ article: Article, _ offset: CodePointOffsets, _ json: inout JSONBytes
  ) {
    json.key("people")
    json.array { json in
      for person in article.people {
        json.object { json in
          json.key("name")
          json.value(person.name)
          json.key("aliases")
          strings(person.aliases, &json)
          json.key("roles")
          strings(person.roles, &json)
          json.key("mentions")
          spans(person.mentions.map(\.span), offset, &json)
        }
      }
    }
    json.key("organisations")
    json.array { json in
      for organisation in article.organisations {
        json.object { json in
          json.key("name")
          json.value(organisation.name)
          json.key("aliases")
          strings(organisation.aliases, &json)
          json.key("mentions")
          spans(organisation.mentions.map(\.span), offset, &json)
        }
      }
    }
  }

  private static func quotes(
    _ article: Article, _ offset: CodePointOffsets, _ json: inout JSONBytes
  ) {
    json.key("quotes")
    json.array { json in
      for quote in article.quotes {
        json.object { json in
          json.key("kind")
          json.value(quote.kind.rawValue)
          json.key("spans")
          spans(quote.spans, offset, &json)
          json.key("text")
          json.value(quote.spans.map { article.source.bytes[$0.range] }, separator: " … ")
          json.key("speaker")
          if let speaker = quote.speaker {
            json.object { json in
              json.key("name")
              json.value(speaker.name)
              json.key("type")
              json.value(speaker.kind.rawValue)
              json.key("text")
              json.value([article.source.bytes[speaker.span.range]], separator: "")
              bounds(speaker.span, offset, &json)
            }
          } else {
            json.null()
          }
          json.key("cue")
          if let cue = quote.cue {
            json.object { json in
              json.key("text")
              json.value([article.source.bytes[cue.range]], separator: "")
              bounds(cue, offset, &json)
            }
          } else {
            json.null()
          }
          json.key("venue")
          json.value(quote.venue.map { article[$0] })
          json.key("line")
          json.value(quote.line)
          json.key("confidence")
          json.value(share: quote.confidence)
        }
      }
    }
  }

  private static func strings(_ values: [String], _ json: inout JSONBytes) {
    json.array { json in for value in values { json.value(value) } }
  }

  private static func spans(
    _ spans: [TextSpan], _ offset: CodePointOffsets, _ json: inout JSONBytes
  ) {
    json.array { json in
      for span in spans { json.object { json in bounds(span, offset, &json) } }
    }
  }

  private static func bounds(
    _ span: TextSpan, _ offset: CodePointOffsets, _ json: inout JSONBytes
  ) {
    json.key("start")
    json.value(offset(span.start))
    json.key("end")
    json.value(offset(span.end))
  }
}
