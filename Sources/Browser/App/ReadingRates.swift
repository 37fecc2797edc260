import Glibc
import Model

/// How fast files are cut into items, items become pages, and pages are cleaned, on one core.
struct ReadingRates {
  private var files = 0
  private var reading = Duration.zero
  private var text = 0
  private var cleaning = Duration.zero

  /// Reads all files, a few times over where that takes no time.
  init(of paths: [String]) {
    let options = ReadingOptions()
    let splitters = ItemSplitters(options: options)
    let readers = PageReaders(options: options)
    let names = FileWalk().files(below: paths) { _ in }
    while !names.isEmpty, reading < .milliseconds(500) {
      var cleaningNow = Duration.zero
      var textNow = 0
      let all = Self.spent {
        for name in names {
          guard let file = try? OpenedFile(name) else { continue }
          files += file.stamp?.size ?? 0
          let sink = ItemSink(
            options: options, splitters: splitters,
            take: { item in
              guard let read = try? readers.pages(of: item) else { return }
              for page in read.pages {
                textNow += page.text.bytes.count
                cleaningNow += Self.spent { _ = CleanText(cleaning: page) }
              }
            }, note: { _ in })
          try? splitters.split(file.bytes, of: name, into: sink)
        }
      }
      reading += all - cleaningNow
      cleaning += cleaningNow
      text += textNow
    }
  }

  /// The time that this thread had a core for, so that other programs do not count.
  private static func spent(_ work: () -> Void) -> Duration {
    let start = threadTime
    work()
    return threadTime - start
  }

  private static var threadTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Names and figures.
  var figures: [(String, String)] {
    [
      ("reading", "\(Self.rate(files, in: reading)) MB/s of files"),
      ("cleaning", "\(Self.rate(text, in: cleaning)) MB/s of text"),
    ]
  }

  /// Megabytes a second, with one decimal.
  static func rate(_ bytes: Int, in duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    let tenths = seconds > 0 ? Int(Double(bytes) / seconds / 100_000) : 0
    return "\(tenths / 10).\(tenths % 10)"
  }
}
