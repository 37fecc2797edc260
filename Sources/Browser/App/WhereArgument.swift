import ArgumentParser
import Model

/// `--where QUERY`: the filter of the browser, on commands that write.
struct WhereArgument: ParsableArguments {
  // A query may begin with the dash that excludes.
  @Option(
    name: .customLong("where"), parsing: .unconditional,
    help: ArgumentHelp(
      "Only what this filter asks for, such as \"said:budget by:minister after:2016\".",
      valueName: "query"),
    transform: Self.query)
  var query: Query?

  /// The filter as the browser reads it.
  /// - Throws: what is wrong and where, as a usage error.
  @Sendable static func query(_ text: String) throws -> Query {
    do {
      return try Query(parsing: text)
    } catch {
      throw ValidationError("column \(error.column + 1): \(error.words)")
    }
  }

  /// What tells whether an article is asked for.
  /// - Throws: the exit status, where marks are asked for that cannot be read.
  func filter() throws -> ArticleFilter {
    let marks = MarksFile.shared
    if let query, query.asksForMarks, let failure = marks.failure {
      throw Complaint.exit(
        "\(failure.path) cannot be read, and --where asks for your marks; "
          + "leave out tag:, has:notes, is:starred, is:read and is:unread")
    }
    if let query, query.asksForMarks, let repair = marks.repair {
      throw Complaint.exit(
        "\(repair.words); --where asks for your marks: look at them, then run this again")
    }
    return ArticleFilter(query ?? .everything, marks: marks)
  }
}
