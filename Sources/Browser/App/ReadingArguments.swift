import ArgumentParser
import Model

/// What can be chosen about reading, on every command that reads.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The largest article, line, row, record or member of an archive that is read.",
      valueName: "size"))
  var largestItem = ByteSize(bytes: ReadingOptions().largestItem)

  @Option(help: ArgumentHelp("The largest text of one article.", valueName: "size"))
  var largestText = ByteSize(bytes: ReadingOptions().largestText)

  @Option(
    help: ArgumentHelp("How many archives may lie in one another.", valueName: "number"))
  var deepestNesting = ReadingOptions().deepestNesting

  @Option(
    help: ArgumentHelp("The most that one compressed file may unfold to.", valueName: "size"))
  var largestUnfolding = ByteSize(bytes: ReadingOptions().largestUnfolding)

  @Option(
    help: ArgumentHelp(
      "How many times its own size a compressed file may unfold to.", valueName: "number"))
  var largestRatio = ReadingOptions().largestRatio

  @Option(
    help: ArgumentHelp(
      "The most seconds that pdftotext may take for one file.", valueName: "seconds"))
  var longestConversion = ReadingOptions().longestConversion

  @Option(
    help: ArgumentHelp(
      """
      Where JSON and tables hold something, such as text=content.body; one of \
      \(FieldMapping.slots.joined(separator: ", ")).
      """,
      valueName: "name=field"))
  var map: [FieldMapping] = []

  @Flag(help: "Put right text that was encoded twice, as Ã© for é.")
  var mendMojibake = false

  /// The choice as the pipeline takes it.
  var options: ReadingOptions {
    var options = ReadingOptions()
    options.largestItem = largestItem.bytes
    options.mendsDoubleEncoding = mendMojibake
    options.largestText = largestText.bytes
    options.deepestNesting = max(0, deepestNesting)
    options.largestUnfolding = largestUnfolding.bytes
    options.largestRatio = max(1, largestRatio)
    options.longestConversion = max(1, longestConversion)
    for mapping in map { options.fieldNames[mapping.name] = mapping.field }
    return options
  }
}

/// A size such as `64MB`, `500kB` or `1GB`, in steps of a thousand.
struct ByteSize: ExpressibleByArgument, Hashable {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let unit = argument.dropFirst(digits.count).lowercased()
    let factors = ["": 1, "b": 1, "k": 1_000, "kb": 1_000, "m": 1_000_000, "mb": 1_000_000]
    let large = ["g": 1_000_000_000, "gb": 1_000_000_000]
    guard let number = Int(digits), number > 0, let factor = factors[unit] ?? large[unit] else {
      return nil
    }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: factor)
    guard !overflows else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String {
    bytes % 1_000_000_000 == 0
      ? "\(bytes / 1_000_000_000)GB"
      : bytes % 1_000_000 == 0 ? "\(bytes / 1_000_000)MB" : "\(bytes)"
  }
}

/// `text=content.body`: what an article has, and the field that holds it.
struct FieldMapping: ExpressibleByArgument, Hashable {
  /// What can be named.
  static let slots = ReadingOptions.mappableNames

  var name: String
  var field: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, Self.slots.contains(String(parts[0])) else { return nil }
    name = String(parts[0])
    field = String(parts[1])
  }
}
