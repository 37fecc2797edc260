import Glibc
import Model

/// Figures of an archive, as the browser meets it.
struct ArchiveBench {
  let location: ArchiveLocation

  /// A figure with its name; times in milliseconds.
  private func report(_ name: String, _ values: [String]) {
    print(([name] + values).joined(separator: "\t"))
  }

  private func milliseconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .milliseconds(1) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Prints a line a figure, apart by tabs.
  /// - Throws: why the archive cannot be opened.
  func run() throws(ArchiveError) {
    let clock = ContinuousClock()
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

    var rows: [Duration] = []
    var counts: [Duration] = []
    var slowest = ("", Duration.zero)
    for text in Self.typed {
      for length in 1...text.count {
        let filter = String(text.prefix(length))
        guard let query = try? Query(parsing: filter) else { continue }
        let key = first.rows.first.map { PageRequest.Anchor.article($0.key, otherwise: 0) }
        let request = PageRequest(query: query, anchor: key ?? .row(0), count: 175)
        let begin = clock.now
        var shown: Duration?
        _ = archive.page(request, ArchiveWork()) { _ in shown = shown ?? (clock.now - begin) }
        let counted = clock.now - begin
        rows.append(shown ?? counted)
        counts.append(counted)
        if (shown ?? counted) > slowest.1 { slowest = (filter, shown ?? counted) }
      }
    }
    report("letter to rows, median p99 worst", spread(rows) + [slowest.0])
    report("letter to count, median p99 worst", spread(counts))

    for filter in Self.quoted {
      guard let query = try? Query(parsing: filter) else { continue }
      let request = PageRequest(query: query, anchor: .row(0), count: 175)
      var page = ArticlePage()
      let spent = clock.measure { page = archive.page(request) }
      report("quotes: \(filter)", [milliseconds(spent), "\(page.matching) match"])
    }
    for filter in Self.named {
      guard let query = try? Query(parsing: filter) else { continue }
      let matching = archive.page(PageRequest(query: query, anchor: .row(0), count: 1)).matching
      let spent = clock.measure { _ = archive.names(of: query, limit: 20, ArchiveWork()) }
      report("names: \(filter)", [milliseconds(spent), "\(matching) match"])
    }
    for order in ArticleOrder.allCases {
      guard let query = try? Query(parsing: "terrorism") else { continue }
      let request = PageRequest(query: query, order: order, anchor: .row(0), count: 175)
      let spent = clock.measure { _ = archive.page(request) }
      report("order: \(order.rawValue)", [milliseconds(spent)])
    }
    report("memory, MB", ["\(Self.residentMegabytes)"])
  }

  private func spread(_ times: [Duration]) -> [String] {
    let sorted = times.sorted()
    guard let worst = sorted.last else { return [] }
    let p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    return [sorted[sorted.count / 2], p99, worst].map(milliseconds)
  }

  /// What is typed, a letter at a time: rare and common words, several words, fields, phrases.
  private static let typed = [
    "terrorism", "the government", "minister election", "territory", "said", "with from that",
    "terrorist !election", "person:petrov", "by:grace", "title:government", "said:terror",
    "zzz", "a", "e", "s", "t", "government minister terror", "ivanov terrorism", "fischer",
    "\"the government\"", "after:2020 minister", "election OR territory", "by:ivanov said:minister",
  ]
  private static let quoted = [
    "said:terrorism by:petrov after:2016", "by:ivanov said:minister after:2016-06",
    "said:government by:\"grace tanaka\" on:2015", "said:election kind:direct before:2010",
  ]
  private static let named = [
    "terrorism on:2015..2016", "\"grace tanaka\" terror", "territory", "",
  ]

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
