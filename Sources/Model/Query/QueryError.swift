/// A filter that cannot be read.
public struct QueryError: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    case unknownField(String, nearest: QueryPrefix?)
    case unclosedQuotationMark
    case nothingToExclude
    case nothingAfterField(QueryPrefix)
    case unknownValue(String, of: QueryPrefix, nearest: String?)
    case notADate(String)
    case nothingBesideOr
    case emptyParentheses
    case unopenedParenthesis
    case tooManyParentheses
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
      "no field '\(name)'; Tab lists the fields, quotation marks make it words"
    case .unclosedQuotationMark: "a \" is open; close the phrase with another"
    case .nothingToExclude: "write a word after the !"
    case .nothingAfterField(let prefix): "write \(prefix.help) after \(prefix.rawValue):"
    case .unknownValue(let value, let prefix, let nearest?):
      "no '\(prefix.rawValue):\(value)'; did you mean '\(prefix.rawValue):\(nearest)'?"
    case .unknownValue(let value, let prefix, nil):
      "no '\(prefix.rawValue):\(value)'; there is \(prefix.values.joined(separator: ", "))"
    case .notADate(let text):
      "'\(text)' is no date; write 2018, 2018-09, 2018-09-14, yesterday or 3w"
    case .nothingBesideOr: "write a term on both sides of OR"
    case .emptyParentheses: "write a term inside the parentheses"
    case .unopenedParenthesis: "this ) closes nothing; write a ( before it"
    case .tooManyParentheses: "parentheses are nested too deep; \(QueryParser.deepest) are the most"
    }
  }

  /// Whether more text at the end could mend it, as while a term is being typed.
  public func isUnfinished(in text: [Character]) -> Bool {
    switch problem {
    case .unknownField, .unopenedParenthesis, .tooManyParentheses: false
    case .unclosedQuotationMark, .emptyParentheses: true
    case .unknownValue(let value, let prefix, _):
      isLastTerm(in: text) && prefix.values.contains { $0.hasPrefix(value) }
    case .notADate, .nothingToExclude, .nothingAfterField, .nothingBesideOr:
      isLastTerm(in: text)
    }
  }

  private func isLastTerm(in text: [Character]) -> Bool {
    text.dropFirst(column).drop { !$0.isWhitespace }.allSatisfy(\.isWhitespace)
  }
}
