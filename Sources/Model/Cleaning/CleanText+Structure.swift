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
        bytes: bytes, timestamps: [], datelineDay: datelineDay, body: body
      ).date()
  }
}
