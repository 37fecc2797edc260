import Model
import Testing

@Suite struct MarksChangeTests {
  private let ids = (1...3).map { ArticleID(rawValue: $0) }

  @Test(arguments: [
    MarksChange.read(true), .star(true), .tag("court"), .untag("old"), .note("see page 2"),
    .correct(.notAPerson(name: "Old Halvard")),
  ])
  func `each change is undone and done again, whatever else was noted`(change: MarksChange) throws {
    let marks = MemoryMarks()
    _ = try marks.make(.tag("old"), of: ids)
    let before = ids.map { marks.marks(of: $0) }
    let step = try marks.make(change, of: ids)
    let after = ids.map { marks.marks(of: $0) }
    #expect(after != before && step.before.count == 3)
    try marks.undo(step)
    #expect(ids.map { marks.marks(of: $0) } == before)
    try marks.redo(step)
    #expect(ids.map { marks.marks(of: $0) } == after)
  }

  @Test func `a step holds only what it changed`() throws {
    let marks = MemoryMarks()
    _ = try marks.make(.star(true), of: [ids[0]])
    let step = try marks.make(.star(true), of: ids)
    #expect(Set(step.before.keys) == [ids[1], ids[2]])
    try marks.undo(step)
    #expect(marks.articles(.starred) == [ids[0]])
  }

  @Test func `undoing a tag leaves a later star`() throws {
    let marks = MemoryMarks()
    let step = try marks.make(.tag("court"), of: ids)
    _ = try marks.make(.star(true), of: ids)
    try marks.undo(step)
    #expect(marks.marks(of: ids[0]).isStarred && marks.tags().isEmpty)
  }
}
