/// OSC 52: a text for the clipboard of the machine that the terminal runs on, also over SSH.
enum ClipboardSequence {
  /// No terminal takes more; so many bytes of text at most.
  static let longest = 74_000

  /// The bytes to send; nil for a text that is too long.
  /// - Parameters:
  ///   - isTmux: inside tmux, which passes on what is wrapped for it.
  ///   - isScreen: inside GNU screen, which passes on pieces of a length that it can hold.
  static func bytes(for text: String, isTmux: Bool, isScreen: Bool) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest else { return nil }
    let sequence = "\u{1B}]52;c;\(base64(bytes))\u{07}"
    if isTmux {
      // Which of the two tmux takes depends on `set-clipboard` and `allow-passthrough`.
      return sequence + "\u{1B}Ptmux;"
        + sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    }
    if isScreen {
      var wrapped = ""
      var rest = Substring(sequence)
      while !rest.isEmpty {
        wrapped += "\u{1B}P" + rest.prefix(240) + "\u{1B}\\"
        rest = rest.dropFirst(240)
      }
      return wrapped
    }
    return sequence
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var at = 0
    while at < bytes.count {
      let left = bytes.count - at
      let a = UInt32(bytes[at]) << 16
      let b = left > 1 ? UInt32(bytes[at + 1]) << 8 : 0
      let c = left > 2 ? UInt32(bytes[at + 2]) : 0
      let group = a | b | c
      for place in 0..<4 {
        let digit = digits[Int(group >> UInt32(18 - 6 * place) & 63)]
        out.append(place <= left ? digit : UInt8(ascii: "="))
      }
      at += 3
    }
    return String(decoding: out, as: UTF8.self)
  }
}
