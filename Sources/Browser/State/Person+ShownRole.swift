import Model

extension Person {
  /// The role that tells most about a person where there is room for one.
  ///
  /// What stands at the name (`Russia’s US ambassador`) comes before what refers back to it
  /// (`the diplomat`), several words before one, and a word before a short form (`Gov.`).
  var shownRole: String? {
    let attached = roles.filter { !$0.lowercased().hasPrefix("the ") }
    return attached.first { $0.contains(" ") && !$0.hasSuffix(".") }
      ?? attached.first { !$0.hasSuffix(".") }
      ?? roles.first { !$0.hasSuffix(".") }
      ?? roles.first
  }
}
