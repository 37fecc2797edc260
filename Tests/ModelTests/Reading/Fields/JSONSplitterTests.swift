import Testing

@testable import Model
@testable import TestSupport

@Suite struct JSONSplitterTests {
  private static let sizes = [1, 2, 3, 5, 8, 1 << 16]

  @Test(arguments: sizes)
  func `lines are items, blank ones and the mark at the beginning left out`(pieces: Int) {
    let split = Split(
      "\u{FEFF}{\"title\": \"A\"}\r\n\n  \n{\"title\": \"B\"}\n{\"title\": \"C\"}", pieces: pieces)
    #expect(split.items.map(\.firstLine) == [1, 4, 5])
    #expect(split.items.map(\.item) == [0, 1, 2])
    #expect(split.items.allSatisfy { $0.hints.format == .json })
    #expect(split.texts[2] == "{\"title\": \"C\"}")
  }

  @Test(
    "Articles are found in lists and wrappers",
    arguments: [
      "[{A}, {B}]", "[\n  {A},\n  {B}\n]\n", "{\"articles\": [{A}, {B}]}",
      "{\"status\": \"ok\", \"n\": 2, \"articles\": [{A}, {B}], \"meta\": {\"x\": [{}]}}",
      "{\"response\": {\"docs\": [{A}, {B}], \"more\": [{}]}, \"copyright\": \"x\"}",
      "{\"hits\": {\"total\": {\"value\": 2}, \"hits\": [{A}, {B}]}}",
      "{\"meta\": {\"items\": 3}, \"results\": [ {A} , {B} ]}",
      "{\"title\": \"My archive\", \"articles\": [{A}, {B}]}", "{A} {B}", "{A}{B}",
      "{\"data\": [{A}], \"items\": [{B}]}",
    ], sizes)
  func findsArticles(shape: String, pieces: Int) {
    let a = "\"title\": \"A } ] \\\" {\", \"items\": [{\"x\": 1}], \"text\": \"[{\""
    let b = "\"text\": \"B\", \"items\": [{\"x\": 1}]"
    let text = shape.replacing("{A}", with: "{\(a)}").replacing("{B}", with: "{\(b)}")
    let split = Split(text, pieces: pieces)
    #expect(split.texts == ["{\(a)}", "{\(b)}"])
    #expect(split.findings == [])
  }

  @Test(
    "One object is one article",
    arguments: [
      "{\"title\": \"A\", \"text\": \"B\"}", "{\n  \"title\": \"A\",\n  \"text\": \"B\"\n}\n",
      "{\"text\": \"B\", \"articles\": [{\"title\": \"related\"}]}",
      "{\"title\": \"A\", \"content\": [{\"type\": \"p\", \"text\": \"B\"}]}",
      "{\"title\": \"A\", \"items\": []}", "{\"title\": \"A\", \"tags\": [{\"x\": 1}]}",
    ], sizes)
  func keepsObject(text: String, pieces: Int) {
    let split = Split(text, pieces: pieces)
    #expect(
      split.texts.map { $0.split(separator: "\n").joined() }
        == [text.split(separator: "\n").joined()])
    #expect(split.findings == [])
  }

  @Test func `lines are told from documents`() {
    #expect(Split("{\"a\": 1}\n{\"a\": 2}\n").items.count == 2)
    // A first line that breaks off is a bad line, not the end of the file.
    let broken = Split("{\"title\": \"A\n{\"title\": \"B\"}\n{\"title\": \"C\"}\n")
    #expect(broken.items.count == 3)
    // A first line longer than the head.
    let long = "{\"title\": \"\(String(repeating: "x", count: 40_000))\"}\n"
    #expect(Split(long + long + long).items.count == 3)
    // Longer than what is looked at: a list is found all the same.
    let list = String(
      repeating: "{\"title\": \"\(String(repeating: "x", count: 900))\"},", count: 1_500)
    #expect(Split("{\"articles\": [" + list + "{}]}").items.count == 1_501)
    let line = "{\"title\": \"\(String(repeating: "x", count: 1_200_000))\"}\n"
    #expect(Split(line + line).items.count == 2)
  }

  @Test func `the line of each article is counted`() {
    let split = Split("[\n{\"a\":\n1},\n\n {\"b\": 2},{\"c\": \"x\ny\"}\n,{}]")
    #expect(split.items.map(\.firstLine) == [2, 5, 5, 7])
  }

  @Test func `what is too large is named and the rest goes on`() {
    var options = ReadingOptions()
    options.largestItem = 100
    let large = "{\"title\": \"\(String(repeating: "x", count: 500))\"}"
    for (text, line) in [
      ("{\"a\": 1}\n\(large)\n{\"a\": 2}\n", 2), ("[{\"a\": 1},\n\n\(large),\n{\"a\": 2}]", 3),
    ] {
      for pieces in Self.sizes {
        let split = Split(text, pieces: pieces, options: options)
        #expect(split.texts == ["{\"a\": 1}", "{\"a\": 2}"])
        #expect(split.problems == [.itemTooLarge(.line(line), limit: 100)])
      }
    }
  }

  @Test(arguments: [
    "[{\"a\": 1}, {\"b\": 2", "{\"articles\": [{\"a\": 1}, {\"b\": \"x", "[{\"a\": 1}",
  ])
  func `a document that ends too early gives what it has`(text: String) {
    let split = Split(text)
    #expect(split.texts == ["{\"a\": 1}"])
    #expect(
      split.problems == [.malformed(.line(1), "the file ends inside a JSON value")])
  }

  @Test func `a bracket too many ends the document with a reason`() {
    let split = Split("[{\"a\": 1}]]\n[{\"b\": 1}]")
    #expect(split.texts == ["{\"a\": 1}"])
    #expect(split.findings.count == 1)
  }

  @Test func `values that are no objects are counted`() {
    let split = Split("[{\"a\": 1}, 1, null, \"x\", [2], {\"b\": 2}]")
    #expect(split.texts == ["{\"a\": 1}", "{\"b\": 2}"])
    #expect(split.problems == [.malformed(.line(1), "4 values of the list are no objects")])
  }

  @Test(
    "Other texts are not taken for JSON",
    arguments: [
      "[The lake] was closed.", "{Lake} closed", "{\"Lake closed\" is a headline}", "{{x}}\n",
      "[\"a\", \"b\"]", "[1] Note\n", "{", "[", "\"title\": 1",
    ])
  func leavesOthers(text: String) {
    let split = Split(text)
    #expect(split.texts == [text])
    #expect(split.items.first?.hints.format == nil)
  }

  @Test func `brackets without end take no memory and no time`() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(Split("[{\"a\": " + deep).items.isEmpty)
    #expect(Split("[{\"a\":1}," + deep).problems.count == 1)
    let objects = String(repeating: "{\"items\":", count: 50_000)
    #expect(Split(objects).items.isEmpty)
  }
}
