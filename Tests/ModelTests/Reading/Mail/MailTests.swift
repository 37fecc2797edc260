import Testing

@testable import Model

@Suite struct MailTests {
  private func articles(_ mail: String) throws -> [Article] {
    try articles(Array(mail.utf8))
  }

  private func articles(_ bytes: [UInt8]) throws -> [Article] {
    let pipeline = ArticlePipeline()
    return try pipeline.articles(in: RawItem(file: "a.eml", bytes: bytes)).articles
  }

  private func bodies(_ article: Article) -> [String] { article.body.map { article[$0] } }

  @Test func `subject, sender, date and words of a plain message`() throws {
    let found = try articles(
      """
      Received: from x by y
      From: =?UTF-8?Q?J=C3=B6rg_Roux?= <joerg@lake.example>
      To: desk@lake.example
      Subject: =?koi8-r?B?7MXE?= =?koi8-r?B?IM7BIM/axdLF?= and
       the ice
      Date: Fri, 14 Sep 2018 05:01:00 +0300

      The lake froze on Friday, the mayor said.

      Nobody was hurt in the accident on the lake.
      """)
    #expect(found.count == 1)
    #expect(found[0].title.text == "Лед на озере and the ice")
    #expect(found[0].authors == ["Jörg Roux"] && found[0].agency == nil)
    #expect(found[0].published?.date.description == "2018-09-14T05:01+03:00")
    #expect(
      bodies(found[0]) == [
        "The lake froze on Friday, the mayor said.", "Nobody was hurt in the accident on the lake.",
      ])
    #expect(found[0].source.line(at: found[0].body[1].start) == 10)
  }

  private static let parts = """
    From: Lake News <news@lake.example>
    Subject: Morning
    Message-ID: <1@lake.example>
    List-Unsubscribe: <https://lake.example/off>
    Date: Fri, 14 Sep 2018 05:01:00 GMT
    Content-Type: multipart/mixed; boundary="out;side"

    Not shown.
    --out;side
    Content-Type: multipart/alternative; boundary=in

    --in
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    The caf=E9 by the lake was closed on Fri=
    day, the mayor said.

    It opens again soon.
    --in
    Content-Type: text/html; charset=utf-8

    <p>The café by the lake was closed on Friday, the mayor said.</p><p>It opens soon.</p>
    --in--
    --out;side
    Content-Type: text/plain
    Content-Disposition: attachment; filename=notes.txt

    Attached words.
    --out;side
    Content-Type: message/rfc822

    From: jane@lake.example (Jane Doe)
    Subject: Inside
    Date: Thu, 13 Sep 2018 05:01:00 GMT
    Content-Transfer-Encoding: base64

    VGhlIGljZSBpcyB0aGluLCBzaGUgc2FpZC4gU3RheSBhd2F5Lg==
    --out;side--
    """

  @Test func `alternatives, attachments, and a message inside`() throws {
    let found = try articles(Self.parts)
    #expect(found.map(\.title.text) == ["Morning", "Inside"])
    #expect(found.map(\.item) == [0, 1])
    #expect(found[0].agency == "Lake News" && found[0].authors == [])
    #expect(
      bodies(found[0]) == [
        "The café by the lake was closed on Friday, the mayor said.", "It opens again soon.",
      ])
    #expect(found[0].source.line(at: found[0].body[1].start) == 19)
    #expect(found[1].authors == ["Jane Doe"])
    #expect(bodies(found[1]) == ["The ice is thin, she said. Stay away."])
    #expect(found[1].source.line(at: found[1].body[0].start) == 38)
  }

  @Test func `markup is read where the plain words say less`() throws {
    let found = try articles(
      """
      From: a@lake.example
      Subject: Morning
      Date: Fri, 14 Sep 2018 05:01:00 GMT
      Content-Type: multipart/alternative; boundary=b

      --b

      See https://lake.example/a/very/long/address/indeed
      --b
      Content-Type: text/html

      <p>The lake was closed on Friday, the mayor said.</p><p>It opens soon.</p>
      --b--
      """)
    #expect(bodies(found[0]).count == 2)
    #expect(found[0].source.line(at: found[0].body[0].start) == 12)
  }

  private static let box = """
    From jane@lake.example Fri Sep 14 05:01:00 2018
    From: jane@lake.example
    Subject: One
    Date: Fri, 14 Sep 2018 05:01:00 GMT

    The lake froze on Friday.

    From then on it was closed.

    From jane@lake.example Sat Sep 15 05:01:00 2018
    From: jane@lake.example
    Subject: Two
    Date: Sat, 15 Sep 2018 05:01:00 GMT

    The lake thawed on Saturday.
    """

  private func cut(_ bytes: [UInt8], piece: Int, limit: Int = 1 << 20) throws -> (
    [RawItem], [Finding]
  ) {
    var options = ReadingOptions()
    options.largestItem = limit
    var items: [RawItem] = []
    var findings: [Finding] = []
    let sink = ItemSink(options: options, take: { items.append($0) }, note: { findings.append($0) })
    var rest = bytes[...]
    let stream = ByteStream { (buffer: inout [UInt8]) throws(ReadingError) in
      buffer += rest.prefix(piece)
      rest = rest.dropFirst(piece)
    }
    try MailboxSplitter().split(stream, of: "box", into: sink)
    return (items, findings)
  }

  @Test(arguments: [1, 3, 17, 100, 10_000])
  func `a mailbox is cut at its own lines only`(piece: Int) throws {
    let bytes = Array(Self.box.utf8)
    #expect(MailboxSplitter().recognises(bytes[...]))
    let (items, findings) = try cut(bytes, piece: piece)
    #expect(items.map(\.firstLine) == [1, 10] && items.map(\.item) == [0, 1] && findings == [])
    let found = try items.flatMap { try articles($0.bytes) }
    #expect(found.map(\.title.text) == ["One", "Two"])
    #expect(bodies(found[0]).count == 2)
  }

  @Test func `a message beyond the limit is named, and the rest is read`() throws {
    let long = Self.box.replacing("froze", with: String(repeating: "very ", count: 2_000))
    let (items, findings) = try cut(Array(long.utf8), piece: 300, limit: 2_000)
    #expect(items.map(\.item) == [1])
    #expect(items.map(\.firstLine) == [10])
    #expect(findings == [Finding(path: "box", problem: .itemTooLarge(.line(1), limit: 2_000))])
  }

  @Test(
    "Tells messages from other texts",
    arguments: [
      ("From: a\nTo: b\nSubject: c\n\nx", true), ("Subject: a\nDate: b\n\nx", false),
      ("Title: x\nDate: y\nFrom: z\n\n", false), ("MOSCOW: the lake", false), ("", false),
      ("Received: x\n by y\nMessage-ID: <1>\nFrom: a\n\n", true),
    ])
  func recognises(text: String, isMail: Bool) {
    #expect(MailHeaders.begin(Array(text.utf8)[...]) == isMail)
  }

  @Test(
    arguments: [
      ("Jane Doe <jane@x.example>", "Jane Doe"), ("\"Doe, Jane\" <jane@x.example>", "Doe, Jane"),
      ("jane@x.example (Jane Doe)", "Jane Doe"), ("jane@x.example", "jane@x.example"),
      ("Jane Doe", "Jane Doe"), ("<jane@x.example>", "jane@x.example"), ("", nil), (" <> ", nil),
    ] as [(String, String?)])
  func names(text: String, name: String?) {
    #expect(MailAddress.name(text) == name)
  }

  @Test func `any bytes are harmless`() {
    var seed: UInt64 = 5
    let parts = [
      "--in\n", "--in--\n", "\n", "Content-Type: multipart/mixed; boundary=in\n", "=", "=?utf-8?B?",
      "?=", "Content-Type: message/rfc822\n", "From: a\n", "Content-Transfer-Encoding: base64\n",
      "Subject: =?x?q?=4?=\n", " ", "é", "Content-Transfer-Encoding: quoted-printable\n",
    ]
    for _ in 0..<500 {
      var text = "From: a\nTo: b\nSubject: c\n"
      for _ in 0..<30 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      _ = try? MailReader().pages(of: RawItem(file: "a", bytes: Array(text.utf8)))
    }
  }
}
