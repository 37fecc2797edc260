/// The elements that reading tells apart.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  /// Characters between tags; no element.
  case text
  /// An element that means nothing here.
  case other
  case a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas
  case caption, center, cite, code, datalist, dd, details, dialog, dir, div, dl, dt, em, embed
  case fieldset, figcaption, figure, font, footer, form, frameset, h1, h2, h3, h4, h5, h6, head
  case header, hgroup, hr, html, i, iframe, img, input, label, legend, li, link, listing, main, map
  case math, menu, meta, nav, noframes, noscript, object, ol, optgroup, option, p, param, picture
  case plaintext, pre, q, s, samp, script, section, select, small, source, span, strike, strong
  case style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time
  case title, tr, track, tt, u, ul, `var`, video, wbr, xmp

  /// The elements by their names.
  static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .text && $0 != .other }.map { ("\($0)", $0) })

  private static func table(_ tags: [HTMLTag]) -> [Bool] { allCases.map { tags.contains($0) } }

  private static let blocks = table([
    .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .dd, .details,
    .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1,
    .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .iframe, .legend, .li, .listing, .main,
    .menu, .nav, .ol, .p, .plaintext, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th,
    .thead, .tr, .ul, .video, .audio, .xmp, .select,
  ])
  private static let silent = table([
    .audio, .canvas, .datalist, .embed, .head, .iframe, .input, .noframes, .noscript, .object,
    .option, .optgroup, .param, .script, .select, .source, .style, .svg, .template, .textarea,
    .title, .track, .video,
  ])

  /// Whether words before, inside and behind it are on lines of their own.
  var isBlock: Bool { Self.blocks[Int(rawValue)] }
  /// Whether what it holds is no part of the visible words.
  var isSilent: Bool { Self.silent[Int(rawValue)] }

  /// The level of a heading, 1 to 6.
  var headingLevel: Int? {
    let level = Int(rawValue) - Int(HTMLTag.h1.rawValue) + 1
    return (1...6).contains(level) ? level : nil
  }
}
