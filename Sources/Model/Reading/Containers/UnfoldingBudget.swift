/// How much a file may unfold to, all archives inside it counted together.
///
/// A bomb is small on the disk and large unfolded, whether in one step or by archives in archives;
/// so all that is unfolded at any depth is set against the bytes that were read from the file.
final class UnfoldingBudget {
  private let source: ByteStream
  private let options: ReadingOptions
  private var unfolded = 0

  /// A budget for one file.
  /// - Parameter source: the file itself.
  init(of source: ByteStream, options: ReadingOptions) {
    self.source = source
    self.options = options
  }

  /// Counts bytes that were unfolded.
  /// - Throws: `.unfoldsTooFar` where they are too many.
  func unfold(_ count: Int, of path: String) throws(ReadingError) {
    unfolded += count
    if unfolded > options.largestUnfolding {
      throw ReadingError(path: path, problem: .unfoldsTooFar(bytes: options.largestUnfolding))
    }
    let (most, overflows) = max(source.taken, 1).multipliedReportingOverflow(
      by: options.largestRatio)
    if !overflows, unfolded > options.largestItem, unfolded > most {
      throw ReadingError(path: path, problem: .unfoldsTooMuch(ratio: options.largestRatio))
    }
  }
}
