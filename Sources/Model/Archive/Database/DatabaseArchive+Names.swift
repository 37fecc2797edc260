import GRDB

extension DatabaseArchive {
  public func names(of query: Query, limit: Int, _ work: ArchiveWork) -> FilterNames? {
    do {
      return try work.run(interrupt: { [others] in others.interrupt() }) {
        try others.read { db in
          if case .everything = query { return try allNames(db, limit: limit) }
          let (run, result) = try result(query, db, work)
          return try names(of: result, run, limit: limit)
        }
      }
    } catch {
      return nil
    }
  }

  /// The counts that the archive keeps of everything.
  private func allNames(_ db: Database, limit: Int) throws -> FilterNames {
    var names = FilterNames()
    for kind in 0...2 {
      // People who are quoted often are also named in many articles.
      let rows = try RawStatement(
        db,
        """
        SELECT name, articles, quotes FROM names WHERE kind = ? AND articles > 0
        ORDER BY articles DESC LIMIT ?
        """)
      rows.bind(kind, at: 1)
      rows.bind(kind == 0 ? limit * 20 : limit, at: 2)
      var found: [FilterNames.Entry] = []
      while try rows.step() {
        found.append(
          FilterNames.Entry(
            name: rows.text(0), articles: rows.int(1), mentions: rows.int(1), quotes: rows.int(2)))
      }
      names.set(kind, found, limit: limit)
    }
    return names
  }

  private func names(of result: ResultSet, _ run: QueryRun, limit: Int) throws -> FilterNames {
    let most = try Int.fetchOne(run.db, sql: "SELECT max(id) FROM names") ?? 0
    var counts = [UInt32](repeating: 0, count: (most + 1) * 3)
    let statement = try RawStatement(run.db, "SELECT bytes FROM named WHERE id = ?")
    for first in stride(from: 0, to: result.matching, by: 512) {
      try run.work.check()
      for index in result.articles(first..<first + 512).sorted() {
        statement.bind(index + 1, at: 1)
        if try statement.step() {
          statement.withBlob(0) { NamesCodec.count($0, into: &counts) }
        }
        statement.reset()
      }
    }
    return try top(counts, run.db, limit: limit)
  }

  /// The names with the highest counts.
  private func top(_ counts: [UInt32], _ db: Database, limit: Int) throws -> FilterNames {
    var names = FilterNames()
    var best: [[(id: Int, weight: UInt64)]] = [[], [], []]
    let kinds = try kindsOfNames(db, count: counts.count / 3)
    for id in 0..<counts.count / 3 where counts[id * 3] > 0 && kinds[id] < 3 {
      let weight =
        UInt64(kinds[id] == 0 ? counts[id * 3 + 2] : 0) << 32 | UInt64(counts[id * 3 + 1])
      best[Int(kinds[id])].append((id, weight))
    }
    let statement = try RawStatement(db, "SELECT name FROM names WHERE id = ?")
    for kind in best.indices {
      best[kind].sort { ($0.weight, $1.id) > ($1.weight, $0.id) }
      let found = try best[kind].prefix(limit).map { id, _ in
        statement.bind(id, at: 1)
        defer { statement.reset() }
        let name = try statement.step() ? statement.text(0) : ""
        return FilterNames.Entry(
          name: name, articles: Int(counts[id * 3]), mentions: Int(counts[id * 3 + 1]),
          quotes: Int(counts[id * 3 + 2]))
      }
      names.set(kind, found, limit: limit)
    }
    return names
  }

  /// The kind of each name by its number.
  private func kindsOfNames(_ db: Database, count: Int) throws -> [UInt8] {
    var kinds = [UInt8](repeating: .max, count: count)
    let rows = try RawStatement(db, "SELECT id, kind FROM names INDEXED BY names_articles")
    while try rows.step() {
      let id = rows.int(0)
      if kinds.indices.contains(id) { kinds[id] = UInt8(truncatingIfNeeded: rows.int(1)) }
    }
    return kinds
  }

  public func completions(
    of field: QueryPrefix, beginning: String, limit: Int
  ) -> [Completion] {
    if field == .tag {
      return marks.tags().filter { Folding.begins($0.name, with: beginning) }.prefix(limit)
        .map { Completion(text: $0.name, count: $0.count) }
    }
    guard let kind = NameKind(field) else {
      return field.values.filter { $0.hasPrefix(beginning) }.prefix(limit)
        .map { Completion(text: $0, count: nil) }
    }
    let found = try? others.read { db in
      let rows = try RawStatement(
        db,
        """
        SELECT name, articles, quotes FROM names WHERE kind = ? AND articles > 0
        ORDER BY articles DESC
        """)
      rows.bind(kind.rawValue, at: 1)
      var found: [Completion] = []
      var looked = 0
      while found.count < limit, looked < 200_000, try rows.step() {
        looked += 1
        let name = rows.text(0)
        guard Folding.begins(name, with: beginning) else { continue }
        if field == .by, rows.int(2) == 0 { continue }
        found.append(Completion(text: name, count: rows.int(1)))
      }
      return found
    }
    return found ?? []
  }
}

/// What kinds of names an archive counts.
enum NameKind: Int, CaseIterable {
  case person, organisation, place, agency, section, language

  /// The kind of a field's values; nil where they are not counted.
  init?(_ field: QueryPrefix) {
    switch field {
    case .person, .by: self = .person
    case .org: self = .organisation
    case .place: self = .place
    case .agency: self = .agency
    case .section: self = .section
    case .lang: self = .language
    case .said, .role, .title, .file, .kind, .before, .after, .on, .has, .is, .tag: return nil
    }
  }
}

extension Folding {
  /// Whether a word of a name begins so, and the next words too where more than one is given.
  static func begins(_ name: String, with beginning: String) -> Bool {
    let wanted = words(of: beginning)
    guard let last = wanted.indices.last else { return true }
    let words = words(of: name)
    guard words.count >= wanted.count else { return false }
    return (0...words.count - wanted.count).contains { start in
      wanted.indices.allSatisfy { index in
        index == last
          ? words[start + index].starts(with: wanted[index])
          : words[start + index] == wanted[index]
      }
    }
  }
}

extension FilterNames {
  /// Takes the names of a kind, the most telling first.
  mutating func set(_ kind: Int, _ entries: [Entry], limit: Int) {
    switch NameKind(rawValue: kind) {
    case .person:
      people = Array(
        entries.sorted {
          ($0.quotes, $0.mentions, $1.name) > ($1.quotes, $1.mentions, $0.name)
        }.prefix(limit))
    case .organisation: organisations = entries
    case .place: places = entries
    case .agency, .section, .language, nil: break
    }
  }
}
