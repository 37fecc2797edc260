import Foundation
import Testing

@testable import TestSupport

/// What somebody sets out to do, from start to end, on the real binary.
@Suite struct JourneyTests {
  /// What sets the articles apart, so that none is taken for a repeat of another.
  private static let news = [
    "Nurses, bakers and students filled the hall until midnight and heard figures of the reserve.",
    "An inquiry into the storm began while divers looked for the small boat below the old pier.",
    "Flags hung from every window as the first cart crossed, and the bells of both towns rang.",
    "Ploughs were sent from the coast, where the harvest of apples had ended a week before.",
    "A lorry with mirrors slid into a hedge; its driver walked home and came back with a horse.",
    "Children skated on the mill pond under lanterns, and the school opened two hours late.",
    "The station master lit fires between the rails so that the morning train could leave.",
    "Foxes were seen in the market square, where stalls of wool sold better than ever.",
    "Hunters brought hay to the deer, and a choir sang for those who shovelled the church steps.",
    "No post came from the island; a teacher read old letters aloud instead, to some laughter.",
    "The mayor lent her boots to a visitor from the south who had never seen a drift so deep.",
    "Ice hung from the crane like an organ, said a painter who had set up his easel beside it.",
    "By evening a thaw set in, gutters roared, and the brewer emptied his cellar with buckets.",
  ]

  /// Articles of three years in which a chair speaks about a bridge, and others about other things.
  private func archive() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/news", withIntermediateDirectories: true)
    let months = [(2017, "February", 6), (2018, "May", 22), (2019, "November", 4)]
    for (number, (year, month, day)) in months.enumerated() {
      try folder.write(
        """
        Harbour council meets for the \(number + 1). time

        PORT HALVARD, \(month) \(day), \(year) (Example) – The harbour council met again.

        \(Self.news[number])

        "The bridge will cost us \(number + 3) millions," said Ines Varga, the chair of the council.

        "The ferry sails as ever," said Tomas Quill, its director.
        """, to: "news/bridge-\(year).txt")
    }
    for number in 1...10 {
      try folder.write(
        """
        Weather for day \(number)

        LOWER QUAY, March \(number), 2020 (Example) – Snow fell again on the passes.

        \(Self.news[number + 2])

        "We have seen worse winters than number \(number)," said Ada Brook, a farmer.
        """, to: "news/weather-\(number).txt")
    }
    return folder
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `what a person said about something over three years`(columns: Int, rows: Int) throws {
    let folder = try archive()
    let terminal = try Onrecord.start([folder.path + "/news"], columns: columns, rows: rows)
    #expect(terminal.waitForText("1 of 13"))
    terminal.send("/said:bridge by:varga\r")
    #expect(terminal.waitForText("1 of 3"))
    terminal.send("Qo")
    #expect(terminal.waitForText("QUOTES oldest first"))
    #expect(terminal.waitForText("1 of 3 in 3 articles"))
    for year in ["2017-02-06", "2018-05-22", "2019-11-04"] {
      #expect(terminal.screen.text.contains(year))
    }
    // Into a document, with where each stands.
    let document = folder.path + "/quotes.md"
    terminal.send(":export \(document)\r")
    #expect(terminal.waitForText("3 quotes in "))
    let text = try String(contentsOfFile: document, encoding: .utf8)
    #expect(text.components(separatedBy: "> “The bridge will cost us").count == 4)
    let lines = text.split(separator: "\n").map(String.init)
    for (number, date) in ["2017-02-06", "2018-05-22", "2019-11-04"].enumerated() {
      let said = "The bridge will cost us \(number + 3) millions"
      #expect(
        lines.contains { $0.hasPrefix("> ") && $0.contains(said) && $0.contains("Ines Varga") })
      #expect(
        lines.contains { $0.contains(date) && $0.contains("bridge-\(date.prefix(4)).txt:7") },
        "\(text)")
    }
    #expect(!text.contains("Tomas Quill"))
    // The passage, and back to the row.
    terminal.send("j\r")
    #expect(terminal.waitForText("READER"))
    #expect(terminal.waitForText("line 7 of "))
    terminal.send("\u{1B}")
    #expect(terminal.waitForText("2 of 3 in 3 articles"))
    // All about the person, and side by side what they said.
    terminal.send("P")
    #expect(terminal.waitForText("INES VARGA"))
    #expect(terminal.waitForText("2017-02-06 to 2019-11-04"))
    terminal.send("\u{1B}ggvvC")
    #expect(terminal.waitForText("SIDE BY SIDE"))
    terminal.send("qqq")
    #expect(terminal.ending() == .exit(0))
    #expect(terminal.screen.unknown == [])
    terminal.expectRestored()
  }

  @Test func `ten new articles are read and two get a star, which the next start shows`() throws {
    let folder = try archive()
    let own = try TemporaryFolder()
    let terminal = try Onrecord.start(
      [folder.path + "/news"], environment: ["XDG_DATA_HOME": own.path])
    #expect(terminal.waitForText("1 of 13"))
    terminal.send("/weather is:unread\r")
    #expect(terminal.waitForText("1 of 10"))
    for number in 1...10 {
      terminal.send("\r")
      #expect(terminal.waitForText("▸READER"))
      if number == 3 || number == 7 {
        terminal.send("s")
        #expect(terminal.waitForText("starred; u undoes"))
      }
      terminal.send("\u{1B}j")
      #expect(terminal.wait { !terminal.screen.text.contains("▸READER") })
    }
    terminal.send("\u{1B}/is:starred\r")
    #expect(terminal.waitForText("2 of 13 match"))
    // The line drops: nothing is lost.
    terminal.hangUp()
    #expect(terminal.ending() != nil)

    let again = try Onrecord.start(
      [folder.path + "/news"], environment: ["XDG_DATA_HOME": own.path])
    #expect(again.waitForText("1 of 13"))
    again.send("/is:starred\r")
    #expect(again.waitForText("2 of 13 match"))
    #expect(again.screen.text.components(separatedBy: "★").count == 3)
    again.send("\u{1B}/is:read\r")
    #expect(again.waitForText("10 of 13 match"), "\(again.screen.text)")
    again.send("\u{1B}q")
    #expect(again.ending() == .exit(0))
    again.expectRestored()
  }

  @Test func `a filter that was kept is there the next time, and so is the place in an article`()
    throws
  {
    let folder = try archive()
    let own = try TemporaryFolder()
    let environment: [String: String?] = ["XDG_DATA_HOME": own.path]
    let words = (1...400).map { "Sentence \($0) tells of the bridge." }.joined(separator: "\n\n")
    try folder.write("The long story\n\n\(words)\n", to: "news/long.txt")
    let first = try Onrecord.start([folder.path + "/news"], environment: environment)
    #expect(first.waitForText("1 of 14"))
    first.send("/bridge\rSthe bridge\r")
    #expect(first.waitForText("filter kept as the bridge"))
    first.send("\u{1B}\u{1B}")
    #expect(first.waitForText("1 of 14"))
    first.send(":filter long story\r")
    #expect(first.waitForText("1 of 14 match"))
    first.send("\r")
    #expect(first.waitForText("Sentence 1 "))
    first.send("    ")
    #expect(first.waitForText("Sentence 28 "))
    first.send("\u{1B}gg")
    first.settle()
    first.send("q")
    #expect(first.ending() == .exit(0))

    let again = try Onrecord.start([folder.path + "/news"], environment: environment)
    #expect(again.waitForText("1 of 14"))
    again.send("F")
    #expect(again.waitForText("the bridge"))
    #expect(again.waitForText("4 articles"))
    again.send("\r")
    #expect(again.waitForText("4 of 14 match"))
    again.send("\u{1B}G\r")
    #expect(again.waitForText("Sentence 28 "))
    again.send("q")
    #expect(again.ending() == .exit(0))
    again.expectRestored()
  }

  @Test func `a filter gone wrong is seen, mended and cleared`() throws {
    let folder = try archive()
    let terminal = try Onrecord.start([folder.path + "/news"])
    #expect(terminal.waitForText("1 of 13"))
    terminal.send("/bridge speker:varga")
    #expect(terminal.waitForText("no field 'speker'"))
    terminal.send("\u{17}said:bridge\r")
    #expect(terminal.waitForText("3 of 13 match"))
    // A part too many, taken out again.
    terminal.send("p\r")
    #expect(terminal.waitForText("person:"))
    terminal.send("\u{7F}")
    #expect(terminal.wait { !terminal.screen.text.contains("person:") })
    #expect(terminal.waitForText("3 of 13 match"))
    terminal.send("\u{1B}")
    #expect(
      terminal.wait {
        !terminal.screen.text.contains("filter:") && terminal.screen.text.contains("of 13")
      })
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `what was put right is exported as gold`() throws {
    let own = try TemporaryFolder()
    let terminal = try Onrecord.start(
      columns: 120, rows: 35, environment: ["XDG_DATA_HOME": own.path])
    #expect(terminal.waitForText("1 of 5"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("]")
    #expect(terminal.waitForText("▎"))
    terminal.send("cd")
    #expect(terminal.waitForText("quote dismissed; u undoes"))
    terminal.send("]cs\u{15}Somebody Else\r")
    #expect(terminal.waitForText("quote given to Somebody Else"))
    terminal.send("\u{1B}q")
    #expect(terminal.ending() == .exit(0))

    let gold = own.path + "/gold"
    let export = try Onrecord.start(
      ["corrections", "export", gold, Onrecord.seeds], environment: ["XDG_DATA_HOME": own.path])
    #expect(export.ending() == .exit(0))
    let files = FileManager.default
    let texts = try files.contentsOfDirectory(atPath: gold + "/text")
    let annotations = try files.contentsOfDirectory(atPath: gold + "/attributions")
    #expect(texts.count == 1 && annotations.count == 1)
    #expect(annotations[0].dropLast(9) == texts[0].dropLast(4))
    let lines = try String(
      contentsOfFile: gold + "/attributions/" + annotations[0], encoding: .utf8)
    #expect(lines.contains("\tContent ") && lines.contains("E1\tAttribution:"))
  }
}
