import Model

/// Invented articles that show the shape of real ones.
enum SampleArticles {
  static let all = [ferry, lake, orchard, bulletin]

  /// A dateline, captions, two speakers, a quote in two parts and one of many lines.
  static let ferry = ArticleSketch(
    """
    % navigation Home | World | Harbour
    = Harbour council votes to keep the night ferry running
    > Fares stay as they are until spring
    % caption The night ferry leaves Port Halvard. Photo: Example/Pool
    PORT HALVARD, March 4 (Example) – The harbour council voted on Monday to keep the night ferry \
    running through the winter, its chair, Ines Varga, said.
    ⟦We heard from nurses, bakers and students who have no other way home⟧, Varga said. ⟦+Nobody in \
    this room could look at them and cancel the boat.⟧
    % teaser Read also: Fog delays the morning boat
    The operator had warned of a loss of two million crowns. Its director, Tomas Quill, told the \
    council that ⟦the boat carries forty people on a good night⟧.
    “⟦If the council wants a ferry, the council should pay for a ferry. We are glad that it has now \
    said so in public, and we will run the boat every night of the winter, ice or no ice, as we have \
    done since my grandfather bought the first one⟧,” Quill added.
    According to Varga, ⟦the money comes from the reserve for bridges⟧.
    The night ferry was first run in 1931, and it has been stopped only twice: for the great ice of \
    1947, and for a strike in 1974.
    % comments Log in to comment
    """
  ).article(
    file: "samples/ferry.txt", agency: "Example",
    published: ArticleDate(year: 2019, month: 3, day: 4).map {
      PublicationDate(
        date: $0, basis: .inferred, note: "a Monday on March 4 is in 2019")
    },
    place: "PORT HALVARD",
    people: [
      (name: "Ines Varga", role: "chair of the harbour council", forms: ["Varga"]),
      (name: "Tomas Quill", role: "director", forms: ["Quill"]),
      (name: "Old Halvard", role: nil, forms: []),
    ],
    said: [
      .init(kind: .direct, speaker: "Ines Varga", naming: "Varga", cue: "said"),
      .init(
        kind: .indirect, speaker: "Tomas Quill", naming: "Tomas Quill", cue: "told",
        evidence: .speakerCueClause),
      .init(kind: .direct, speaker: "Tomas Quill", naming: "Quill", cue: "added"),
      .init(
        kind: .indirect, speaker: "Ines Varga", naming: "Varga", cue: "According to",
        evidence: .accordingTo),
    ])

  /// Wide characters, combining marks and a word that is longer than any line.
  static let lake = ArticleSketch(
    """
    = 湖の水位が三年ぶりに回復、漁師らは安堵 — cafe\u{301} owners too
    湖の水位は月曜日に三年ぶりの高さに達した。「⟦これで網を下ろせる⟧」と漁師の佐藤は述べた。観光協会は夏までに\
    遊覧船を再開する予定だという。
    The cafe\u{301} by the lake, Zu\u{308}rich-style, opens again on Friday, and its owner wrote on \
    the door: Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft.
    """
  ).article(
    file: "samples/lake.txt", agency: "湖水通信",
    published: ArticleDate(year: 2021, month: 6, day: 7, minutes: 545).map {
      PublicationDate(date: $0, basis: .stated)
    },
    people: [(name: "佐藤", role: "漁師", forms: [])],
    said: [.init(kind: .direct, speaker: "佐藤", naming: "佐藤", cue: "述べた")])

  /// No date, no agency, hostile characters.
  static let orchard = ArticleSketch(
    """
    = Orchard thieves leave\u{1B}[31m a note
    Thieves took four hundred apples from an orchard near Lower Quay and left a note that read: \
    “⟦Sorry, they were the best⟧.”\u{202E}
    The farmer, Ada Brook, said that ⟦she would plant more⟧.
    """
  ).article(
    file: "samples/orchard.txt",
    people: [(name: "Ada Brook", role: "farmer", forms: ["Brook"])],
    said: [
      .init(kind: .direct, speaker: nil, naming: "", cue: "read", evidence: .quotedWordsAlone),
      .init(
        kind: .indirect, speaker: "Ada Brook", naming: "Ada Brook", cue: "said",
        evidence: .speakerCueClause),
    ])

  /// Nobody named, nothing quoted.
  static let bulletin = ArticleSketch(
    """
    = Snow on the passes
    Snow fell on the northern passes on Tuesday. The roads are open.
    """
  ).article(
    file: "samples/bulletin.txt", agency: "NWS",
    published: ArticleDate(year: 2018, month: 11, day: 20).map {
      PublicationDate(date: $0, basis: .stated)
    })

  /// An article with links on the first of some words each, given in order.
  static func linked(_ marked: String, links: [(String, String)]) -> Article {
    var article = ArticleSketch(marked).article(file: "samples/linked.html", agency: "Example")
    var from = 0
    for (words, url) in links {
      let rest = article.source.bytes[from...]
      guard let found = rest.firstRange(of: Array(words.utf8)) else { continue }
      article.links.append(
        PageLink(span: TextSpan(found.lowerBound, found.upperBound), url: url))
      from = found.upperBound
    }
    return article
  }
}
