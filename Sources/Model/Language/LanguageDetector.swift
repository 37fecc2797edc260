/// Guesses the language of a text from its letters and its little words.
public enum LanguageDetector {
  /// So many bytes are looked at.
  private static let sampleSize = 6_000
  /// So many little words must be known to name a language.
  private static let leastWords = 5

  /// The language as a BCP 47 tag; nil where it is not clear.
  /// - Complexity: O(1): a bounded sample.
  public static func language(of text: some Sequence<UInt8>) -> String? {
    let sample = Array(text.prefix(sampleSize))
    var scripts = Scripts()
    var counts: [String: Int] = [:]
    var total = 0
    Folding.forEachWord(in: sample) { _, word in
      total += 1
      scripts.see(word)
      for language in words[word] ?? [] { counts[language, default: 0] += 1 }
      if let language = letters(word) { counts[language, default: 0] += 1 }
    }
    if let script = scripts.language { return script }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = order.first, best.value >= leastWords, best.value * 12 >= total else {
      return nil
    }
    // Two languages that share their little words need a clear lead.
    let next = order.dropFirst().first?.value ?? 0
    return best.value * 4 > next * 5 ? best.key : nil
  }

  /// The Cyrillic language in whose alphabet alone a letter of the word stands.
  private static func letters(_ word: [UInt8]) -> String? {
    guard word.first == 0xD0 || word.first == 0xD1 else { return nil }
    for i in word.indices.dropLast() where word[i] == 0xD1 {
      switch word[i + 1] {
      case 0x8B, 0x8D: return "ru"
      case 0x94, 0x96, 0x97: return "uk"
      default: break
      }
    }
    return nil
  }

  /// Letters of scripts that few languages use.
  private struct Scripts {
    private var han = 0
    private var kana = 0
    private var hangul = 0
    private var arabic = 0
    private var persian = 0
    private var greek = 0
    private var hebrew = 0
    private var thai = 0
    private var other = 0

    mutating func see(_ word: [UInt8]) {
      for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case 0x3040...0x30FF: kana += 1
        case 0x3400...0x9FFF: han += 1
        case 0xAC00...0xD7A3: hangul += 1
        case 0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9: persian += 1
        case 0x600...0x6FF: arabic += 1
        case 0x370...0x3FF: greek += 1
        case 0x590...0x5FF: hebrew += 1
        case 0xE00...0xE7F: thai += 1
        case 0x30...0x39: break
        default: other += 1
        }
      }
    }

    /// The language, where one of these scripts is most of the text.
    var language: String? {
      let east = han + kana + hangul
      let all = east + arabic + persian + greek + hebrew + thai + other
      guard all >= 8 else { return nil }
      if east * 2 > all {
        return kana * 10 > east ? "ja" : hangul * 2 > east ? "ko" : "zh"
      }
      if (arabic + persian) * 2 > all { return persian * 20 > arabic ? "fa" : "ar" }
      if greek * 2 > all { return "el" }
      if hebrew * 2 > all { return "he" }
      return thai * 2 > all ? "th" : nil
    }
  }

  /// The languages in which a folded word is one of the little words.
  private static let words: [[UInt8]: [String]] = {
    var words: [[UInt8]: [String]] = [:]
    for (language, line) in lists {
      for word in line.description.split(separator: " ") {
        words[Folding.words(of: String(word)).first ?? [], default: []].append(language)
      }
    }
    return words
  }()

  private static let lists: [(String, StaticString)] = [
    (
      "en",
      "the of and to in is that for was with by on he his at are this have from had they it as be not"
    ),
    (
      "de",
      "der die das und ist nicht mit den dem des ein eine von zu auf sich für im auch wird dass hat als er sie"
    ),
    (
      "fr",
      "le la les des et est un une du que qui dans pour pas sur par au avec il elle ce se ont été plus"
    ),
    (
      "es",
      "el la los las de que y en un una por con para del se su no es al lo más como pero fue ha"
    ),
    (
      "pt",
      "o os as de que e em um uma por com para do da dos das não se ao mais como foi são pelo no na"
    ),
    (
      "it",
      "il lo la gli le di che e un una per con del della dei nel non si è sono al alla da più come ha"
    ),
    (
      "nl",
      "de het een en van in is dat op te zijn met voor niet die aan er om ook door bij naar uit wordt heeft"
    ),
    ("sv", "och att det som en är av för på den till med inte har ett om var men de han från vid"),
    ("pl", "i w na z do nie się że jest to o jak po za od przez dla ale był oraz które który ma"),
    ("tr", "ve bir bu da de için ile olarak daha çok olan gibi kadar sonra ise ne en o var değil"),
    (
      "ru",
      "и в не на что с по как это из за от для его к о был но а же также года его она они при до об"
    ),
    (
      "uk",
      "і в не на що з по як це із за від для його до про був але а й та також року вона вони при є під у"
    ),
    ("bg", "и в не на че с по като това от за до се е са да ще при който която беше във със"),
  ]
}
