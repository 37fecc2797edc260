import Glibc
import Model

/// A state that was drawn, to tell at once whether no more than the selection in the list has moved:
/// the commonest of all keys.
///
/// Bytes are compared where they lie, not values. The copy that is held keeps all memory that the state refers to from
/// being changed in place, so that where the bytes are the same the values are. Values that are the same
/// in other bytes count as changed, and are then compared in the long way.
struct StateBytes {
  private let held: BrowserState
  private let bytes: [UInt8]

  init(_ state: UnsafePointer<BrowserState>) {
    held = state.pointee
    bytes = Array(UnsafeRawBufferPointer(start: state, count: MemoryLayout<BrowserState>.size))
  }

  /// Whether a state differs from the held one in the selection at most.
  func differsInSelectionOnly(_ state: UnsafePointer<BrowserState>) -> Bool {
    bytes.withUnsafeBytes { then in
      guard let then = then.baseAddress else { return false }
      let now = UnsafeRawPointer(state)
      return Self.compared.allSatisfy {
        memcmp(now + $0.lowerBound, then + $0.lowerBound, $0.count) == 0
      }
    }
  }

  /// All bytes but those of what a step changes.
  private static let compared: [Range<Int>] = {
    let size = MemoryLayout<BrowserState>.size
    let changed = [
      range(\.list.selected), range(\.list.selectedKey), range(\.list.rest), range(\.lastRequest),
    ].sorted { $0.lowerBound < $1.lowerBound }
    var start = 0
    var ranges: [Range<Int>] = []
    for part in changed {
      ranges.append(start..<part.lowerBound)
      start = part.upperBound
    }
    return ranges + [start..<size]
  }()

  private static func range<Value>(_ path: KeyPath<BrowserState, Value>) -> Range<Int> {
    guard let offset = MemoryLayout<BrowserState>.offset(of: path) else { return 0..<0 }
    return offset..<offset + MemoryLayout<Value>.size
  }
}
