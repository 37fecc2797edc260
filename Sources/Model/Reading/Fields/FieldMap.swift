/// The user's own names of fields: `text=content.body`.
struct FieldMap: Sendable {
  /// Where a slot's value stands.
  struct Path: Sendable {
    var slot: FieldNames.Slot
    /// The folded names below the first one.
    var rest: ArraySlice<String>
  }

  private var byFirst: [String: [Path]] = [:]
  private var mapped: Set<FieldNames.Slot> = []

  /// A map of slots to dotted names; slots that do not exist are left out.
  init(_ names: [String: String]) {
    for (name, path) in names.sorted(by: { $0.key < $1.key }) {
      guard let slot = FieldNames.Slot(rawValue: name) else { continue }
      let parts = path.split(separator: ".").map { FieldNames.folded($0.utf8) }
      guard let first = parts.first else { continue }
      byFirst[first, default: []].append(Path(slot: slot, rest: parts.dropFirst()))
      // A column whose own name holds dots.
      if parts.count > 1 { byFirst[parts.joined(), default: []].append(Path(slot: slot, rest: [])) }
      mapped.insert(slot)
    }
  }

  /// The paths that begin with a folded name.
  func paths(from name: String) -> [Path] { byFirst.isEmpty ? [] : byFirst[name] ?? [] }

  /// Whether the user named the field of a slot, so that no other one counts.
  func isMapped(_ slot: FieldNames.Slot) -> Bool { mapped.contains(slot) }
}
