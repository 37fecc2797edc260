import Foundation
import GRDB

/// Articles of an archive.
extension ArchiveWriter {
  /// Adds an article of a file.
  func add(_ article: PreparedArticle, of file: Int) throws {
    try writing { db, run in
      let id = nextArticle
      run.findContent.bind(article.content.rawValue, at: 1)
      let same = try run.findContent.step() ? run.findContent.int(0) - 1 : nil
      run.findContent.reset()

      let insert = run.addArticle
      insert.bind(id, at: 1)
      insert.bind(file, at: 2)
      insert.bind(article.content.rawValue, at: 3)
      insert.bind(article.moment, at: 4)
      insert.bind(article.isInferred ? 1 : 0, at: 5)
      insert.bind(article.quotes, at: 6)
      insert.bind(article.title, at: 7)
      insert.bind(article.agency, at: 8)
      try insert.run()

      run.addBody.bind(id, at: 1)
      run.addBody.bindBlob(try compressed(article, db), at: 2)
      try run.addBody.run()

      run.addWords.bind(id, at: 1)
      run.addWords.bindText(article.tokens.text, at: 2)
      try run.addWords.run()
      try addTerms(of: article.tokens, run)

      for (offset, said) in article.said.enumerated() {
        run.addSaid.bind(nextQuote + offset, at: 1)
        run.addSaid.bindText(said.text, at: 2)
        try run.addSaid.run()
        try addTerms(of: said, run)
      }
      try addNames(of: article, id, run)

      try catalogue.append(
        CatalogueEntry(
          moment: article.moment, quotes: article.quotes, file: file, firstQuote: nextQuote),
        at: id - 1, db)
      repeats.add(id - 1, same: same, article.signature)
      nextQuote += article.said.count
      nextArticle += 1
      articles += 1
      quotes += min(0xFFFF, article.quotes)
      uncommitted += 1
    }
  }

  /// The bytes of the body; trains the dictionary when there is enough to train on.
  private func compressed(_ article: PreparedArticle, _ db: Database) throws -> [UInt8] {
    if article.isCompressed { return article.encoded }
    if var samples {
      samples.append(article.encoded)
      self.samples = samples.count < TextCompression.samples ? samples : nil
      if self.samples == nil, let dictionary = TextCompression.train(on: samples) {
        try db.execute(
          sql: "INSERT INTO dictionaries(number, bytes) VALUES (1, ?)",
          arguments: [Data.database(dictionary)])
        compression.add(dictionary, number: 1)
      }
    }
    return compression.compress(article.encoded)
  }

  /// Whether articles are better compressed before they come here: the dictionary is there.
  var isCompressionReady: Bool { samples == nil }

  private func addTerms(of list: TokenList, _ run: WriterStatements) throws {
    for (hash, range) in list.tokens where knownTerms.insert(hash).inserted {
      run.addTerm.bindBlob(Array(list.text[range]), at: 1)
      try run.addTerm.run()
    }
    // What is forgotten is written once more, to no effect.
    if knownTerms.count > 3_000_000 { knownTerms.removeAll() }
  }

  private func addNames(of article: PreparedArticle, _ id: Int, _ run: WriterStatements) throws {
    var found: [NamesCodec.Entry] = []
    for name in article.names {
      let number = try names.number(of: name, run)
      // Two people of an article may share a key; one row of the sidebar, one entry here.
      if let same = found.firstIndex(where: { $0.name == number }) {
        found[same].mentions += name.mentions
        found[same].quotes += name.quotes
        names.count(number, articles: 0, quotes: name.quotes)
      } else {
        found.append(
          NamesCodec.Entry(name: number, mentions: name.mentions, quotes: name.quotes))
        names.count(number, articles: 1, quotes: name.quotes)
      }
    }
    run.addNamed.bind(id, at: 1)
    run.addNamed.bindBlob(NamesCodec.encode(found), at: 2)
    try run.addNamed.run()
  }

  /// Takes an article out of all tables but the index, which is asked for live ones alone.
  func removeArticle(_ id: Int, _ db: Database) throws {
    var known = 0
    try catalogue.change(id - 1, db) { entry in
      entry.isLive = false
      known = entry.quotes
    }
    articles -= 1
    quotes -= known
    if let bytes = try Data.bytes(db, sql: "SELECT bytes FROM named WHERE id = \(id)") {
      for name in try NamesCodec.decode(bytes) { names.forget(name) }
    }
    for table in ["articles", "bodies", "named"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
    }
    repeats.remove(id - 1)
    uncommitted += 1
  }
}
