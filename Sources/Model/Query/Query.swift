/// What the filter asks for, as a syntax tree.
public indirect enum Query: Hashable, Sendable {
  /// Everything; an empty filter.
  case everything
  /// A word that begins so.
  case word(String, in: QueryField)
  /// Words that stand side by side.
  case phrase([String], in: QueryField)
  /// What does not match.
  case not(Query)
  /// What matches all.
  case all([Query])
}

/// Where a term is looked for.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
  /// Headline, text, people and speakers.
  case anywhere = ""
  /// Names and roles of people.
  case person
  /// Quoted words.
  case said

  /// The fields a user can type, `person` and `said`.
  public static var typed: [QueryField] { [.person, .said] }
}

/// A filter that cannot be read.
public struct QueryError: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    case unknownField(String, nearest: QueryField?)
    case unclosedQuotationMark
    case nothingToExclude
    case nothingAfterField(QueryField)
  }
  /// What is wrong.
  public let problem: Problem
  /// Where to put the caret, in characters, from 0.
  public let column: Int

  /// An error at a column.
  public init(_ problem: Problem, column: Int) {
    self.problem = problem
    self.column = column
  }

  /// The message: what is wrong and what to try.
  public var words: String {
    switch problem {
    case .unknownField(let name, let nearest?):
      "no field '\(name)'; did you mean '\(nearest.rawValue):'?"
    case .unknownField(let name, nil):
      "no field '\(name)'; fields are person: and said:"
    case .unclosedQuotationMark: "a \" is open; close the phrase with another"
    case .nothingToExclude: "write a word after the !"
    case .nothingAfterField(let field): "write a word after \(field.rawValue):"
    }
  }
}
