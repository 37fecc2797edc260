/// What a labelled line of a download says.
enum DownloadField: Hashable {
  case title, byline, date, source, section, language, address, summary
  /// The article's text begins here.
  case body
  /// Something else that stands before the text.
  case other
  /// Something else that stands behind the text: it ends there.
  case behind

  /// The field of a label in small letters, as downloads of a kind use it.
  static func named(_ label: String, _ kind: DownloadKind) -> DownloadField? {
    switch kind {
    case .nexis, .lexis: nexis[label]
    case .proquest: proquest[label]
    case .ebsco: ebsco[label]
    case .factivaCodes: codes[label]
    case .factiva: nil
    }
  }

  private static let nexis: [String: DownloadField] = table(
    """
    title headline,title
    byline byline,author
    date date
    section section
    language language,lang
    address url
    summary highlight
    body body
    other length,dateline,copyright,page,series,correction-date,column,publication,link to original
    behind load-date,publication-type,journal-code,graphic,document-type,subject,organization,\
    company,ticker,industry,person,city,state,country,geographic,classification,notes,correction,\
    acc-no,pub-type,distribution,photo,category,type,media type,update
    """)

  private static let proquest: [String: DownloadField] = table(
    """
    title title
    byline author,authors
    date publication date
    source publication title
    section section
    language language of publication,language
    address document url,proquest document link
    summary abstract
    body full text,fulltext
    other publication info,links,document feature,column
    behind subject,location,people,company / organization,publication year,publisher,\
    place of publication,country of publication,publication subject,issn,source type,\
    document type,proquest document id,copyright,last updated,database,pages,volume,issue,\
    first page,identifier / keyword,dateline,number of pages,issn/isbn,credit,company,\
    classification,publication info,url,peer reviewed,accession number
    """)

  private static let ebsco: [String: DownloadField] = table(
    """
    title title,headline
    byline author,authors,by
    date date,publication date
    source source,publication
    section section
    language language
    address persistent link to this record,persistent link,permalink
    summary abstract
    body full text,fulltext,body
    other record,document type,subject terms,geographic terms,people,lexile,issn,doi,\
    edition,alternate title,naics/industry codes,author affiliations,publication type,\
    full text word count,length
    behind accession number,database,translate full text,copyright
    """)

  private static let codes: [String: DownloadField] = table(
    """
    title hd
    byline by
    date pd
    source sn
    section se
    language la
    address
    summary
    body lp,td
    other wc,et,sc,ed,pg,cy,vol,clm,cx,cr
    behind co,in,ns,re,pub,ipd,ipc,an,art,rf,ct,de
    """)

  private static func table(_ lines: String) -> [String: DownloadField] {
    let fields: [Substring: DownloadField] = [
      "title": .title, "byline": .byline, "date": .date, "source": .source, "section": .section,
      "language": .language, "address": .address, "summary": .summary, "body": .body,
      "other": .other, "behind": .behind,
    ]
    var table: [String: DownloadField] = [:]
    for line in lines.split(separator: "\n") {
      guard let blank = line.firstIndex(of: " "), let field = fields[line[..<blank]] else {
        continue
      }
      for label in line[line.index(after: blank)...].split(separator: ",") {
        // What may stand before and behind the text counts as before.
        if table[String(label)] == nil { table[String(label)] = field }
      }
    }
    return table
  }
}

/// Names of languages as downloads state them.
enum LanguageNames {
  /// The BCP 47 tag of an English name: `ru` for `RUSSIAN`.
  static func tag(_ name: String) -> String? {
    tags[name.split(whereSeparator: { !$0.isLetter }).first.map { $0.lowercased() } ?? ""]
  }

  private static let tags: [String: String] = [
    "english": "en", "russian": "ru", "german": "de", "french": "fr", "spanish": "es",
    "italian": "it", "portuguese": "pt", "ukrainian": "uk", "chinese": "zh", "japanese": "ja",
    "arabic": "ar", "dutch": "nl", "polish": "pl", "turkish": "tr", "swedish": "sv",
    "danish": "da", "norwegian": "no", "finnish": "fi", "korean": "ko", "czech": "cs",
    "hungarian": "hu", "greek": "el", "hebrew": "he", "persian": "fa", "romanian": "ro",
    "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "slovak": "sk", "catalan": "ca",
    "indonesian": "id", "malay": "ms", "thai": "th", "vietnamese": "vi", "hindi": "hi",
  ]
}
