/// An address on the web, cut where relative ones are put in.
struct WebAddress: Hashable, Sendable {
  /// `https:`
  let scheme: Substring
  /// `//news.example`
  let host: Substring
  /// From the first slash on, without query and fragment.
  let path: Substring

  /// Cuts an absolute address of the web; nil for any other.
  init?(_ address: String) {
    let text = Substring(address)
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
    scheme = text[...colon]
    let slashes = text.index(colon, offsetBy: 3)
    guard ["http:", "https:"].contains(scheme.lowercased()) else { return nil }
    let hostEnd = text[slashes...].firstIndex { "/?#".contains($0) } ?? text.endIndex
    guard hostEnd > slashes else { return nil }
    host = text[text.index(after: colon)..<hostEnd]
    path = text[hostEnd...].prefix { $0 != "?" && $0 != "#" }
  }

  /// Where a link leads: absolute where the page's own address is known; nil for scripts and for
  /// places on the same page.
  static func link(_ reference: String, on page: WebAddress?) -> String? {
    let href = reference.filter { $0 != "\n" && $0 != "\t" && $0 != "\r" && $0 != "\r\n" }
    let text = href.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    let link = String(text)
    guard !link.isEmpty, !link.hasPrefix("#"), link.utf8.count < 4000 else { return nil }
    if let scheme = scheme(of: link) {
      return ["http", "https", "mailto", "tel", "ftp"].contains(scheme) ? link : nil
    }
    guard let page else { return link }
    if link.hasPrefix("//") { return page.scheme + link }
    let origin = page.scheme + page.host
    if link.hasPrefix("/") { return origin + withoutDots(link) }
    if link.hasPrefix("?") { return origin + page.path + link }
    let folder = page.path.lastIndex(of: "/").map { page.path[...$0] } ?? "/"
    return origin + withoutDots(folder + link)
  }

  private static func scheme(of link: String) -> String? {
    guard let colon = link.firstIndex(of: ":"), let first = link.first, first.isLetter else {
      return nil
    }
    let name = link[..<colon]
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return name.lowercased()
  }

  /// Takes out `.` and `..` (RFC 3986, 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard path[..<end].contains("/.") else { return path }
    var parts: [Substring] = []
    let all = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if !parts.isEmpty { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/") + path[end...]
  }
}
