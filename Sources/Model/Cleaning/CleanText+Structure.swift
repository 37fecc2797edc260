extension CleanText {
  /// Takes over what a format tells about its page; only dateline and lede are read from the words.
  mutating func take(_ structure: PageStructure) {
    title = structure.title
    for block in structure.blocks {
      if let reason = block.removal {
        removed.append(Removal(span: block.span, reason: reason))
      } else if block.kind == .standfirst {
        standfirst.append(block.span)
      } else {
        body.append(block.span)
        kinds.append(block.kind)
      }
    }
    if kinds.allSatisfy({ $0 == .paragraph }) { kinds = [] }
    let reader = DatelineReader(bytes: bytes)
    var datelineDay: DateScanner.Day?
    if let first = body.first, let found = reader.dateline(of: first) {
      dateline = found.dateline
      ledeStart = found.end
      datelineDay = found.day
      agency = found.agency.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
    agency = page.metadata.agency ?? agency
    authors = page.metadata.authors
    section = page.metadata.section
    let stated = page.metadata.published.map { PublicationDate(date: $0, basis: .stated) }
    published =
      stated
      ?? PublicationDating(
        bytes: bytes, timestamps: timestamps(in: structure), datelineDay: datelineDay, body: body
      ).date()
  }

  /// Dates in the visible lines that were left out as such, those of publication first.
  private func timestamps(in structure: PageStructure) -> [PlainTextCleaner.Timestamp] {
    let scanner = DateScanner(bytes: bytes)
    var published: [PlainTextCleaner.Timestamp] = []
    var others: [PlainTextCleaner.Timestamp] = []
    for block in structure.blocks where block.removal == .timestamp || block.removal == .credit {
      guard block.span.count < 400 else { continue }
      var isUpdate = false
      var time: DateScanner.Time?
      var at = block.span.start
      while at < block.span.end {
        guard at == block.span.start || !Bytes.isWord(bytes[at - 1]) else {
          at += 1
          continue
        }
        for word in ["updated", "modified", "last update"] as [StaticString]
        where Bytes.starts(bytes, at: at, with: word) {
          isUpdate = true
        }
        for word in ["published", "posted", "created"] as [StaticString]
        where Bytes.starts(bytes, at: at, with: word) {
          isUpdate = false
        }
        if let day = scanner.day(at: at, limit: block.span.end) {
          // The time stands before the day, or at most three bytes behind it.
          var behind = day.span.end
          let limit = min(block.span.end, behind + 4)
          while behind < limit, !Bytes.isDigit(bytes[behind]) { behind += 1 }
          let stamp = PlainTextCleaner.Timestamp(
            day: day, time: scanner.time(at: behind, limit: block.span.end) ?? time)
          if isUpdate { others.append(stamp) } else { published.append(stamp) }
          at = day.span.end
          time = nil
        } else if let found = scanner.time(at: at, limit: block.span.end) {
          time = found
          at = found.span.end
        } else {
          at += 1
        }
      }
    }
    return published + others
  }
}
