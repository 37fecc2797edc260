/// Invented downloads in the shapes of each service.
enum DownloadSamples {
  static let nexis = """
                                   1 of 2 DOCUMENTS


                              The Lake Times (Lakeside)

                              September 14, 2018 Friday
                                    Late Edition

    Ice closes the lake as the
    winter comes early

    BYLINE: By JANE DOE and John Roe

    SECTION: NEWS; Pg. 1

    LENGTH: 52 words

    DATELINE: LAKESIDE

    The lake was closed on Friday, the mayor said,
    since the ice is thin.

    "Stay away: it is thin," she said.

    LOAD-DATE: September 15, 2018

    LANGUAGE: ENGLISH

    PUBLICATION-TYPE: Newspaper

                    Copyright 2018 Lake Times Company
                          All Rights Reserved

                                   2 of 2 DOCUMENTS

                              The Lake Times (Lakeside)

                              September 16, 2018 Sunday

    The lake opens

    LENGTH: 9 words

    It opened on Sunday, the mayor said.

    LOAD-DATE: September 17, 2018

    """

  static let lexis = """
    Ice closes the lake
    The Lake Times (Lakeside)
    September 14, 2018 Friday 5:01 AM GMT

    Copyright 2018 Lake Times Company All Rights Reserved
    Section: NEWS; Pg. 1
    Length: 52 words
    Byline: Jane Doe
    Body

    The lake was closed on Friday, the mayor said, since the ice is thin.

    Section: that is what she called it.

    Classification

    Language: ENGLISH
    Publication-Type: Newspaper

    Load-Date: September 15, 2018

    End of Document

    The lake opens

    The Lake Times (Lakeside)

    September 16, 2018 Sunday

    Length: 9 words
    Body

    It opened on Sunday, the mayor said.

    Load-Date: September 17, 2018

    End of Document

    """

  static let factiva = """
    Weather
    Ice closes the lake as winter comes early
    By Jane Doe
    52 words
    14 September 2018
    05:01
    Lake Newswire
    LAKE
    English
    (c) 2018 Lake Newswire Limited

    LAKESIDE, Sept 14 (Lake Newswire) - The lake was closed on Friday.

    The ice is thin, the mayor said.

    Lake Newswire

    Document LAKE000020180914ee9e00001

    The lake opens

    9 words
    16 September 2018
    Lake Newswire
    LAKE
    English
    (c) 2018 Lake Newswire Limited

    It opened on Sunday, the mayor said.

    Document LAKE000020180916ee9g00002

    """

  static let factivaCodes = """
    HD  Ice closes the lake
    BY  By Jane Doe
    WC  52 words
    PD  14 September 2018
    ET  05:01
    SN  Lake Newswire
    SC  LAKE
    LA  English
    CY  (c) 2018 Lake Newswire Limited
    LP  The lake was closed on Friday, the mayor said.

    TD  The ice is thin.

    Nobody may walk on it.

    NS  gweath : Weather
    RE  lake : Lakeside
    AN  Document LAKE000020180914ee9e00001

    HD  The lake opens
    WC  9 words
    PD  16 September 2018
    SN  Lake Newswire
    LP  It opened on Sunday, the mayor said.
    AN  Document LAKE000020180916ee9g00002

    """

  static let proquest = """
    Table of contents

    1. Ice closes the lake
    2. The lake opens

    ____________________________________________________________

    Document 1 of 2

    Ice closes the lake

    Author: Doe, Jane; Roe, John

    Publication info: The Lake Times ; Lakeside [Lakeside]. 14 Sep 2018: A.1.

    Abstract: The lake is closed.

    Full text: The lake was closed on Friday, the mayor said.

    The ice is thin.

    Subject: Lakes; Ice

    Title: Ice closes the lake

    Publication title: The Lake Times; Lakeside

    Publication date: Sep 14, 2018

    Section: News

    Language of publication: English

    Document URL: https://search.example/docview/1

    ____________________________________________________________

    Document 2 of 2

    The lake opens

    Full text: It opened on Sunday, the mayor said.

    Publication title: The Lake Times

    Publication date: Sep 16, 2018

    ____________________________________________________________

    Contact us at: http://search.example/contact

    """

  static let ebsco = """
    Record: 1
    Title: Ice closes the lake
    Authors: Doe, Jane
    Source: Lake Times (Lakeside). 9/14/2018, p1.
    Document Type: Article
    Abstract: The lake is closed.
    Full Text: The lake was closed on Friday, the mayor said.

    The ice is thin.

    Accession Number: 123456
    Database: Newspaper Source

    Record: 2
    Title:
    The lake opens
    Source:
    Lake Times (Lakeside). 9/16/2018, p2.
    Full Text:
    It opened on Sunday, the mayor said.
    Accession Number: 123457
    Database: Newspaper Source

    """

  static let all: [(name: String, text: String)] = [
    ("nexis", nexis), ("lexis", lexis), ("factiva", factiva), ("factivaCodes", factivaCodes),
    ("proquest", proquest), ("ebsco", ebsco),
  ]

  static let factivaMarkup = """
    <!DOCTYPE html><html><head><title>Factiva</title></head><body>
    <div class="article enArticle"><div>Weather</div>
    <div id="hd"><span class="enHeadline">Ice closes the lake as winter comes early</span></div>
    <div>By Jane Doe</div><div>52 words</div><div>14 September 2018</div><div>05:01</div>
    <div>Lake Newswire</div><div>LAKE</div><div>English</div>
    <div>(c) 2018 Lake Newswire Limited</div>
    <p class="articleParagraph enarticleParagraph">The lake was closed on Friday.</p>
    <p class="articleParagraph enarticleParagraph">The ice is thin, the mayor said.</p>
    <p>Document LAKE000020180914ee9e00001</p></div>
    <div class="article enArticle"><div><span class="enHeadline">The lake opens</span></div>
    <div>9 words</div><div>16 September 2018</div><div>Lake Newswire</div><div>LAKE</div>
    <div>English</div><div>(c) 2018 Lake Newswire Limited</div>
    <p>It opened on Sunday, the mayor said.</p>
    <p>Document LAKE000020180916ee9g00002</p></div></body></html>
    """

  static let nexisMarkup = """
    <html><body><a name="DOC_ID_0_0"></a>
    <div class="c0"><p class="c1"><span class="c2">1 of 2 DOCUMENTS</span></p></div>
    <div class="c0"><p class="c1">The Lake Times (Lakeside)</p></div>
    <div class="c3"><p class="c1">September 14, 2018 Friday</p></div>
    <div class="c4"><p class="c5"><span class="c6">Ice closes the lake</span></p></div>
    <div class="c4"><p class="c5">BYLINE: Jane Doe</p></div>
    <div class="c4"><p class="c5">LENGTH: 52 words</p></div>
    <div class="c4"><p class="c8">The lake was closed on Friday, the mayor said.</p></div>
    <div class="c4"><p class="c8">The ice is thin.</p></div>
    <div class="c4"><p class="c5">LOAD-DATE: September 15, 2018</p></div>
    <div class="c0"><p class="c1">2 of 2 DOCUMENTS</p></div>
    <div class="c0"><p class="c1">The Lake Times (Lakeside)</p></div>
    <div class="c3"><p class="c1">September 16, 2018 Sunday</p></div>
    <div class="c4"><p class="c5">The lake opens</p></div>
    <div class="c4"><p class="c5">LENGTH: 9 words</p></div>
    <div class="c4"><p class="c8">It opened on Sunday, the mayor said.</p></div>
    <div class="c4"><p class="c5">LOAD-DATE: September 17, 2018</p></div>
    </body></html>
    """
}
