/// Addresses of links, which a page may write relative to its own (RFC 3986, 5.2).
enum WebAddress {
  /// The whole address of a link; nil where it leads nowhere on the web.
  /// - Parameter page: where the page was published; nil where that is not known.
  static func resolved(_ link: String, on page: String?) -> String? {
    // No blank and no control byte belongs in an address.
    guard link.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), !link.isEmpty else { return nil }
    if let scheme = scheme(of: link) {
      return scheme == "http" || scheme == "https" ? link : nil
    }
    guard let page, let base = Parts(page) else { return nil }
    if link.hasPrefix("//") { return base.scheme + ":" + link }
    if link.hasPrefix("#") { return base.whole(base.path, tail: base.query + link) }
    if link.hasPrefix("?") { return base.whole(base.path, tail: link) }
    let end = link.firstIndex { $0 == "?" || $0 == "#" } ?? link.endIndex
    let path = String(link[..<end])
    let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) } ?? "/"
    return base.whole(
      withoutDots(path.hasPrefix("/") ? path : folder + path), tail: String(link[end...]))
  }

  /// `https` of `https://…`, in small letters; nil for what is relative.
  private static func scheme(of link: String) -> String? {
    guard let colon = link.firstIndex(of: ":") else { return nil }
    let name = link[..<colon]
    guard name.first?.isLetter == true,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return name.lowercased()
  }

  /// A path without `.` and `..`.
  private static func withoutDots(_ path: String) -> String {
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        _ = kept.popLast()
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return "/" + kept.joined(separator: "/")
  }

  /// The parts of a page's address.
  private struct Parts {
    var scheme: String
    var host: String
    /// From the first `/` on.
    var path: String
    /// With its `?`; empty for none.
    var query: String

    init?(_ page: String) {
      guard let scheme = WebAddress.scheme(of: page), scheme == "http" || scheme == "https" else {
        return nil
      }
      let rest = page.dropFirst(scheme.count + 1)
      guard rest.hasPrefix("//") else { return nil }
      let behind = rest.dropFirst(2).prefix { $0 != "#" }
      let host = behind.prefix { $0 != "/" && $0 != "?" }
      let path = behind.dropFirst(host.count).prefix { $0 != "?" }
      guard !host.isEmpty, page.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
      self.scheme = scheme
      self.host = String(host)
      self.path = path.isEmpty ? "/" : String(path)
      query = String(behind.dropFirst(host.count + path.count))
    }

    func whole(_ path: String, tail: String) -> String { "\(scheme)://\(host)\(path)\(tail)" }
  }
}
