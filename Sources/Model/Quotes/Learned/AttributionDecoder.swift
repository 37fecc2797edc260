/// Stage 2, the labels: the best path through a window (Viterbi), how likely it is among all paths,
/// and the best path with a source.
///
/// Scores are natural logarithms. Memory for one window is taken once.
struct AttributionDecoder: ~Copyable {
  /// Labels; `inside` continues `begin` of the same kind.
  enum Label {
    static let outside: UInt8 = 0
    static let sourceBegin: UInt8 = 1
    static let cueBegin: UInt8 = 3
    static let contentBegin: UInt8 = 5
  }

  typealias Row = SIMD8<Float>

  /// Scores of the labels of each token; `WindowFeatures` fills them.
  let scores: UnsafeMutablePointer<Row>
  /// The labels found last.
  let labels: UnsafeMutablePointer<UInt8>
  /// Best scores of a path that ends here, without a source (forced only) and in all.
  private let without: UnsafeMutablePointer<Row>
  private let best: UnsafeMutablePointer<Row>
  /// Transitions from each label and from the start, and their exponentials.
  private let transitions: UnsafeMutablePointer<Row>
  private let factors: UnsafeMutablePointer<Row>

  private static let never: Float = -1e30

  init(_ model: QuoteModel) {
    let capacity = AttributionWindow.capacity
    scores = .allocate(capacity: capacity)
    labels = .allocate(capacity: capacity)
    without = .allocate(capacity: capacity)
    best = .allocate(capacity: capacity)
    transitions = .allocate(capacity: 8)
    factors = .allocate(capacity: 8)
    for from in 0..<8 {
      var row = model.transitions(from: from)
      var factor = Row(repeating: 0)
      for to in 0..<7 {
        let isAllowed = to == 0 || to & 1 == 1 || from == to || from == to - 1
        if isAllowed {
          factor[to] = FastMath.exp(Row(repeating: row[to]))[to]
        } else {
          row[to] = from == 7 ? WindowFeatures.impossible : Self.never
        }
      }
      row[7] = Self.never
      transitions[from] = row
      factors[from] = factor
    }
  }

  deinit {
    scores.deallocate()
    labels.deallocate()
    without.deallocate()
    best.deallocate()
    transitions.deallocate()
    factors.deallocate()
  }

  /// For each label the best score over the labels before.
  @inline(__always)
  private func step(_ previous: Row) -> Row {
    var top = transitions[0] + previous[0]
    for from in 1..<7 { top = FastMath.max(top, transitions[from] + previous[from]) }
    return top
  }

  /// The best labels of the first `count` tokens go to `labels`; whether content is among them.
  func decode(_ count: Int) -> (hasContent: Bool, hasSource: Bool) {
    var row = transitions[7] + scores[0]
    best[0] = row
    for i in 1..<max(count, 1) {
      row = step(row) + scores[i]
      best[i] = row
    }
    var label = Self.top(row)
    var (hasContent, hasSource) = (false, false)
    for i in stride(from: count &- 1, through: 0, by: -1) {
      labels[i] = UInt8(truncatingIfNeeded: label)
      hasContent = hasContent || label == Int(Label.contentBegin)
      hasSource = hasSource || label == Int(Label.sourceBegin)
      if i > 0 { label = before(label, best[i &- 1]) }
    }
    return (hasContent, hasSource)
  }

  /// The label with the highest score; the lower one of equals.
  @inline(__always)
  private static func top(_ row: Row) -> Int {
    var label = 0
    for other in 1..<7 where row[other] > row[label] { label = other }
    return label
  }

  /// The best label before a label; the lower one of equals.
  @inline(__always)
  private func before(_ label: Int, _ previous: Row) -> Int {
    var (from, top) = (0, previous[0] + transitions[0][label])
    for other in 1..<7 {
      let score = previous[other] + transitions[other][label]
      if score > top { (from, top) = (other, score) }
    }
    return from
  }

  /// The score of the labels found last.
  func pathScore(_ count: Int) -> Double {
    var (sum, previous) = (0.0, 7)
    for i in 0..<count {
      let label = Int(labels[i])
      sum += Double(scores[i][label]) + Double(transitions[previous][label])
      previous = label
    }
    return sum
  }

  /// The logarithm of the sum over all paths (forward algorithm, scaled to 1 at each token).
  func logSum(_ count: Int) -> Double {
    var probabilities = Row.zero
    var (sum, product) = (0.0, 1.0)
    for i in 0..<count {
      let row = scores[i]
      let top = FastMath.greatest(row)
      var next = factors[7]
      if i > 0 {
        next = factors[0] * probabilities[0]
        for from in 1..<7 { next += factors[from] * probabilities[from] }
      }
      next *= FastMath.exp(row - top)
      // Weights of more than e^80 apart would leave nothing; then the rest is as good as sure.
      let total = max(next.sum(), .leastNormalMagnitude)
      probabilities = next / total
      sum += Double(top)
      product *= Double(total)
      if product < 1e-200 || product > 1e200 {
        sum += FastMath.log(product)
        product = 1
      }
    }
    return sum + FastMath.log(product)
  }

  /// The best labels with at least one source token go to `labels`; whether there are such.
  func decodeWithSource(_ count: Int) -> Bool {
    guard count > 0 else { return false }
    let isSource = SIMDMask<SIMD8<Int32>>([false, true, true, false, false, false, false, false])
    let nothing = Row(repeating: Self.never)
    let start = transitions[7] + scores[0]
    without[0] = start.replacing(with: nothing, where: isSource)
    best[0] = nothing.replacing(with: start, where: isSource)
    for i in 1..<max(count, 1) {
      let fromWithout = step(without[i &- 1])
      let fromBest = step(best[i &- 1])
      without[i] = (fromWithout + scores[i]).replacing(with: nothing, where: isSource)
      let entering = FastMath.max(fromBest, fromWithout)
      best[i] = fromBest.replacing(with: entering, where: isSource) + scores[i]
    }
    let last = best[count &- 1]
    var label = Self.top(last)
    guard last[label] > Self.never / 2 else { return false }
    var isSeen = true
    for i in stride(from: count &- 1, through: 0, by: -1) {
      labels[i] = UInt8(truncatingIfNeeded: label)
      guard i > 0 else { break }
      if isSeen, isSource[label] {
        (label, isSeen) = beforeSource(label, i)
      } else {
        label = before(label, isSeen ? best[i &- 1] : without[i &- 1])
      }
    }
    return true
  }

  /// The best label before a source token, and whether a source stands before already; of equals the
  /// lower label, and without a source.
  private func beforeSource(_ label: Int, _ i: Int) -> (label: Int, isSeen: Bool) {
    var (from, isSeen, top) = (0, false, -Float.infinity)
    for other in 0..<7 {
      let transition = transitions[other][label]
      let plain = without[i &- 1][other] + transition
      if plain > top { (from, isSeen, top) = (other, false, plain) }
      let seen = best[i &- 1][other] + transition
      if seen > top { (from, isSeen, top) = (other, true, seen) }
    }
    return (from, isSeen)
  }
}
