import Testing

@testable import Model

@Suite struct QueryParserTests {
  @Test(
    "Reads a filter as typed",
    arguments: [
      ("", .everything),
      ("   ", .everything),
      ("lake", .word("lake", in: .anywhere)),
      ("  Lake ", .word("lake", in: .anywhere)),
      ("ice lake", .all([.word("ice", in: .anywhere), .word("lake", in: .anywhere)])),
      ("\"thin ice\"", .phrase(["thin", "ice"], in: .anywhere)),
      ("“thin ice”", .phrase(["thin", "ice"], in: .anywhere)),
      ("\"thin ic", .word("thin ic", in: .anywhere)),
      ("!lake", .not(.word("lake", in: .anywhere))),
      ("-lake", .not(.word("lake", in: .anywhere))),
      ("!\"thin ice\"", .not(.phrase(["thin", "ice"], in: .anywhere))),
      ("person:berg", .word("berg", in: .person)),
      ("PERSON:Berg", .word("berg", in: .person)),
      ("said:ice", .word("ice", in: .said)),
      ("said:\"thin ice\"", .phrase(["thin", "ice"], in: .said)),
      ("!said:ice", .not(.word("ice", in: .said))),
      ("person:berg ice", .all([.word("berg", in: .person), .word("ice", in: .anywhere)])),
      ("10:30", .word("10 30", in: .anywhere)),
      ("O'Neill", .word("o neill", in: .anywhere)),
      ("al-Rashid", .word("al rashid", in: .anywhere)),
      ("- lake", .word("lake", in: .anywhere)),
      ("lake -", .word("lake", in: .anywhere)),
      ("...", .everything),
      ("\"\"", .everything),
      ("Ёлка", .word("елка", in: .anywhere)),
      ("https://lake.example", .word("https lake example", in: .anywhere)),
    ] as [(String, Query)])
  func reads(text: String, query: Query) throws {
    #expect(try Query(parsing: text) == query)
  }

  @Test(
    "Says what is wrong and where",
    arguments: [
      ("speker:berg", .unknownField("speker", nearest: .by), 0),
      ("persn:berg", .unknownField("persn", nearest: .person), 0),
      ("sad:ice", .unknownField("sad", nearest: .said), 0),
      ("lake titel:ice", .unknownField("titel", nearest: .title), 5),
      ("!persn:berg", .unknownField("persn", nearest: .person), 1),
      ("person:", .nothingAfterField(.person), 0),
      ("lake said:", .nothingAfterField(.said), 5),
      ("person: berg", .nothingAfterField(.person), 0),
      ("!", .nothingToExclude, 0),
      ("lake !", .nothingToExclude, 5),
      ("! lake", .nothingToExclude, 0),
      ("\"", .unclosedQuotationMark, 0),
      ("лёд \"", .unclosedQuotationMark, 4),
    ] as [(String, QueryError.Problem, Int)])
  func refuses(text: String, problem: QueryError.Problem, column: Int) {
    #expect(throws: QueryError(problem, column: column)) { try Query(parsing: text) }
  }

  @Test func `the message names the field that may be meant`() {
    let error = QueryError(.unknownField("persn", nearest: .person), column: 0)
    #expect(error.words == "no field 'persn'; did you mean 'person:'?")
  }

  @Test(.timeLimit(.minutes(1))) func `a hundred thousand marks end soon`() {
    for flood in ["!", "-", "\"", "person:", "a\"", "\"a"] {
      _ = try? Query(parsing: String(repeating: flood, count: 20_000))
    }
  }
}
