import Glibc
import Model

/// Figures of an archive, as the browser meets it: a line a figure, apart by tabs, times in
/// milliseconds.
struct ArchiveBench {
  let location: ArchiveLocation

  private let clock = ContinuousClock()

  /// - Throws: why the archive cannot be opened.
  func run() throws(ArchiveError) {
    let start = clock.now
    let archive = try DatabaseArchive(location)
    let everything = PageRequest(query: .everything, anchor: .row(0), count: 175)
    let first = archive.page(everything)
    report("open and first page", [milliseconds(clock.now - start)])
    report("articles", ["\(first.total)"])
    // The catalogue is loaded behind the first page.
    let warm = clock.now
    _ = archive.page(
      PageRequest(query: .everything, anchor: .row(first.total / 2), count: 175))
    report("catalogue", [milliseconds(clock.now - warm)])

    type(archive, anchor: first.rows.first?.key)
    ask(archive)
    for order in ArticleOrder.allCases {
      var times: [Timing] = []
      for filter in BenchFilters.ordered {
        guard let query = try? Query(parsing: filter) else { continue }
        let request = PageRequest(query: query, order: order, anchor: .row(0), count: 175)
        times.append(Timing(filter, clock.measure { _ = archive.page(request) }))
      }
      report("order \(order.rawValue): first, median p99 worst", spread(Array(times.prefix(1))))
      report("order \(order.rawValue): next, median p99 worst", spread(Array(times.dropFirst())))
    }
    report("memory, MB", ["\(Self.residentMegabytes)"])
  }

  // MARK: - Typing

  private struct Timing {
    var filter: String
    var spent: Duration
    /// Time of all cores together, which other programs do not lengthen.
    var ofCores: Duration

    init(_ filter: String, _ spent: Duration, ofCores: Duration = .zero) {
      self.filter = filter
      self.spent = spent
      self.ofCores = ofCores
    }
  }

  private static var timeOfCores: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Types filters a letter at a time and takes some letters back, as a reader would: a newer letter
  /// ends the search for the older one as soon as its rows are there.
  private func type(_ archive: DatabaseArchive, anchor: ArticleKey?) {
    var letters: [Timing] = []
    var counts: [Timing] = []
    for (kind, filters) in BenchFilters.typed {
      var ofKind: [Timing] = []
      for filter in filters {
        for text in Self.strokes(of: filter) {
          let isWhole = text == filter
          guard let (rows, count) = answer(text, archive, anchor, waits: isWhole) else { continue }
          ofKind.append(rows)
          if isWhole { counts.append(count) }
        }
      }
      report("  rows, \(kind), median p99 worst", spread(ofKind))
      letters += ofKind
    }
    report("letter to rows, median p99 worst", spread(letters) + ["\(letters.count) letters"])
    for timing in letters.sorted(by: { $0.spent > $1.spent }).prefix(12) {
      report(
        "  rows: \(timing.filter)",
        [milliseconds(timing.spent), "\(milliseconds(timing.ofCores)) of all cores"])
    }
    report(
      "letter to rows, time of all cores, median p99 worst",
      spread(letters.map { Timing($0.filter, $0.ofCores) }))
    report("exact count, median p99 worst", spread(counts) + ["\(counts.count) filters"])
    let slow = counts.sorted { $0.spent > $1.spent }.prefix(12)
    for timing in slow {
      report(
        "  count: \(timing.filter)",
        [milliseconds(timing.spent), "\(milliseconds(timing.ofCores)) of all cores"])
    }
  }

  /// The beginnings of a filter, and a few letters back from its end.
  private static func strokes(of filter: String) -> [String] {
    let typed = (1...max(1, filter.count)).map { String(filter.prefix($0)) }
    let back = (1...3).compactMap { $0 < filter.count ? String(filter.dropLast($0)) : nil }
    return typed + back
  }

  /// The time to the rows and to the count; nil where the text is no filter.
  private func answer(
    _ text: String, _ archive: DatabaseArchive, _ anchor: ArticleKey?, waits: Bool
  ) -> (rows: Timing, count: Timing)? {
    guard let query = try? Query(parsing: text) else { return nil }
    let request = PageRequest(
      query: query, anchor: anchor.map { .article($0, otherwise: 0) } ?? .row(0), count: 175)
    let work = ArchiveWork()
    let (begin, ofCores) = (clock.now, Self.timeOfCores)
    func timing() -> Timing {
      Timing(text, clock.now - begin, ofCores: Self.timeOfCores - ofCores)
    }
    var shown: Timing?
    _ = archive.page(request, work) { _ in
      shown = shown ?? timing()
      if !waits { work.cancel() }
    }
    let counted = timing()
    return (shown ?? counted, counted)
  }

  // MARK: - Questions

  private func ask(_ archive: DatabaseArchive) {
    var times: [Timing] = []
    for filter in BenchFilters.quoted {
      guard let query = try? Query(parsing: filter) else { continue }
      let request = PageRequest(query: query, anchor: .row(0), count: 175)
      times.append(Timing(filter, clock.measure { _ = archive.page(request) }))
    }
    report("by, said and date, median p99 worst", spread(times))
    // The filter that matches nearest to ten thousand articles.
    var best: (filter: String, query: Query, matching: Int)?
    for filter in BenchFilters.named {
      guard let query = try? Query(parsing: filter) else { continue }
      let matching = archive.page(PageRequest(query: query, anchor: .row(0), count: 1)).matching
      if let best, abs(best.matching - 10_000) <= abs(matching - 10_000) { continue }
      best = (filter, query, matching)
    }
    if let best {
      let spent = clock.measure { _ = archive.names(of: best.query, limit: 20, ArchiveWork()) }
      report("people of a filter", [milliseconds(spent), "\(best.filter): \(best.matching)"])
    }
    let all = clock.measure { _ = archive.names(of: .everything, limit: 20, ArchiveWork()) }
    report("people of everything", [milliseconds(all)])
  }

  // MARK: - Figures

  private func report(_ name: String, _ values: [String]) {
    print(([name] + values).joined(separator: "\t"))
    fflush(nil)
  }

  private func milliseconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .milliseconds(1) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Median, 99th of a hundred and worst, and the filter that was slowest.
  private func spread(_ times: [Timing]) -> [String] {
    let sorted = times.sorted { $0.spent < $1.spent }
    guard let worst = sorted.last else { return [] }
    let p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    return [sorted[sorted.count / 2], p99, worst].map { milliseconds($0.spent) } + [worst.filter]
  }

  private static var residentMegabytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 200)
    guard fgets(&buffer, 200, file) != nil else { return 0 }
    let words = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      .split(separator: " ")
    return words.count > 1
      ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000 : 0
  }
}

/// What a bench types: words of `gen.py`, common, rare and missing ones, in every kind of filter.
enum BenchFilters {
  static let typed: [(kind: String, filters: [String])] = [
    (
      "words",
      [
        "terrorism", "government", "territory", "said", "the", "of", "zzz", "minister", "a", "e",
        "s", "t", "ivanov", "fischer", "josé", "minister election", "the government",
        "with from that", "government minister terror", "ivanov terrorism election",
      ]
    ),
    (
      "phrases",
      [
        "\"the government\"", "\"of the\"", "\"in the government\"", "\"minister election\"",
        "\"grace tanaka\"", "\"anna ivanov said\"", "\"terror the\"",
      ]
    ),
    (
      "people",
      [
        "person:petrov", "by:grace", "by:\"grace tanaka\"", "person:\"olga fischer\"", "by:t",
        "by:ivanov by:grace",
      ]
    ),
    (
      "quotes",
      [
        "said:terror", "said:the", "said:t", "said:\"the government\"", "by:ivanov said:minister",
        "said:election kind:direct", "kind:indirect said:government", "said:zzz",
      ]
    ),
    ("fields", ["title:government", "title:t", "role:minister", "file:a", "org:g", "lang:en"]),
    (
      "not, or",
      [
        "terrorist !election", "!the", "!government", "!\"the government\"",
        "election OR territory", "(terror OR election) !minister", "the OR of OR zzz",
        "\"the government\" OR territory", "!by:ivanov", "!said:government minister",
      ]
    ),
    (
      "dates, marks",
      [
        "after:2020 minister", "on:2015 government", "before:2004-03 the", "after:2010",
        "on:2012-05",
        "has:quotes", "!has:quotes", "is:repeat", "is:unread election", "is:starred",
        "by:ivanov said:minister after:2016", "minister on:2011..2013 !is:repeat has:quotes",
      ]
    ),
  ]
  static let quoted = [
    "said:terrorism by:petrov after:2016", "by:ivanov said:minister after:2016-06",
    "said:government by:\"grace tanaka\" on:2015", "said:election by:abbott before:2010",
    "said:the by:ivanov after:2010",
  ]
  static let named = [
    "terrorism on:2015..2016", "territory", "territory on:2010..2013", "territory on:2010..2014",
    "election on:2012..2013", "minister on:2012", "government on:2013-02", "minister", "government",
    "terrorist", "the",
  ]
  static let ordered = ["terrorism", "government", "the", "minister election", "by:ivanov"]
}
