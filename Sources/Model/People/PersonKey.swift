/// Names one person across articles: equal for spellings of one name, with or without middle names.
///
/// The given name counts in its one spelling (Sergei for Sergey, Bill for William), the surname folded
/// (small letters, no accents). What stands between, patronymics and middle initials, does not count,
/// and neither do particles before a surname's last word. A name of one word is a key of its own: it is
/// never taken for somebody's surname, since a wrong merge is worse than none.
public struct PersonKey: Hashable, Sendable {
  /// The hash of the given name in its one spelling; 0 where the name has one word.
  let given: UInt32
  /// The folded surname.
  let surname: [UInt8]

  /// The key of a name; nil where it holds no word, or only an initial before the surname, which could
  /// be anybody's.
  public init?(_ name: String) {
    var words = Folding.words(of: name)
    let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
    while words.count > 1, let last = words.last,
      suffixes.contains(String(decoding: last, as: UTF8.self))
    {
      words.removeLast()
    }
    guard let first = words.first, let last = words.last else { return nil }
    surname = last
    if words.count == 1 {
      given = 0
    } else {
      guard first.count > 1 else { return nil }
      given = GivenNames.canonical(Bytes.hash(of: first))
    }
  }
}
