/// A value of JSON, as far as a reader of articles needs it.
indirect enum JSONValue: Hashable, Sendable {
  /// Text without its escapes, and where it begins in the bytes it was read from.
  case string([UInt8], at: Int)
  /// A number as it stands.
  case number([UInt8])
  /// true, false or null.
  case word
  case array([JSONValue])
  case object([Field])

  /// One field of an object.
  struct Field: Hashable, Sendable {
    var key: [UInt8]
    var value: JSONValue
  }

  /// The value of the first field of these folded names, in the order of the names.
  func first(_ names: [String]) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    for name in names {
      for field in fields where FieldNames.folded(field.key) == name { return field.value }
    }
    return nil
  }

  /// The value at the end of a path of folded names; of arrays on the way all elements.
  func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let name = path.first else { return self }
    switch self {
    case .object: return first([name])?.value(at: path.dropFirst())
    case .array(let values):
      let found = values.compactMap { $0.value(at: path) }
      return found.isEmpty ? nil : .array(found)
    case .string, .number, .word: return nil
    }
  }
}
