/// What the words in an element's class, id and role say about its content, as sites name things.
struct ElementWords: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let article = ElementWords(rawValue: 1 << 0)
  static let body = ElementWords(rawValue: 1 << 1)
  static let navigation = ElementWords(rawValue: 1 << 2)
  static let related = ElementWords(rawValue: 1 << 3)
  static let social = ElementWords(rawValue: 1 << 4)
  static let signUp = ElementWords(rawValue: 1 << 5)
  static let comments = ElementWords(rawValue: 1 << 6)
  static let picture = ElementWords(rawValue: 1 << 7)
  static let media = ElementWords(rawValue: 1 << 8)
  static let author = ElementWords(rawValue: 1 << 9)
  static let facts = ElementWords(rawValue: 1 << 10)
  static let advertising = ElementWords(rawValue: 1 << 11)
  static let legal = ElementWords(rawValue: 1 << 12)
  static let side = ElementWords(rawValue: 1 << 13)
  static let title = ElementWords(rawValue: 1 << 14)
  static let summary = ElementWords(rawValue: 1 << 15)
  static let pullQuote = ElementWords(rawValue: 1 << 16)
  static let unseen = ElementWords(rawValue: 1 << 17)
  static let note = ElementWords(rawValue: 1 << 18)
  static let list = ElementWords(rawValue: 1 << 19)
  static let caption = ElementWords(rawValue: 1 << 20)

  /// How many kinds there are.
  static let count = 21

  private static let lists: [(ElementWords, String)] = [
    (
      .article,
      "article articles story post entry news blogpost hentry blog single articulo artikel noticia nota"
    ),
    (
      .body,
      "body articlebody text content copy paragraph paragraphs storybody entrycontent richtext "
        + "prose main maincontent articlecontent postcontent storytext articletext bodytext "
        + "bodycopy posttext fulltext postbody newsbody texto contenido conteudo"
    ),
    (
      .navigation,
      "nav navbar navigation menu breadcrumb breadcrumbs masthead topbar toolbar pagination "
        + "pager footer foot sitemap skip tabs dropdown submenu megamenu navigator"
    ),
    (
      .related,
      "related recommended recommend recommendation recommendations trending popular teaser teasers "
        + "promo promos promotion carousel latest mostread mostpopular readmore readnext recirc "
        + "recirculation outbrain taboola zergnet revcontent seealso similar suggested suggestions "
        + "upnext next more river topstories headlines inlinelink "
        + "interstitial relacionadas relacionados hotnews"
    ),
    (
      .social,
      "share sharing social addthis sharethis sharedaddy facebook twitter follow likes like whatsapp "
        + "pinterest shares sharebar sharetools socials vk telegram"
    ),
    (
      .signUp,
      "newsletter newsletters signup subscribe subscription subscriptions subscriber optin mailing "
        + "alert alerts register registration login signin paywall membership donate donation "
        + "cta download email"
    ),
    (
      .comments,
      "comment comments disqus reply replies respond discussion commentlist livefyre comentarios "
        + "reviews forum conversation"
    ),
    (
      .picture,
      "photo photos image images img figure gallery slideshow slide slides lightbox thumbnail thumb "
        + "picture pictures imagen foto fotos attachment"
    ),
    (
      .media,
      "video videos player media audio podcast embed oembed tweet instagram jwplayer youtube"
    ),
    (
      .author,
      "byline bylines author authors bio contributor contributors writer reporter avatar profile "
        + "about authorbox biography staff vcard autor"
    ),
    (
      .facts,
      "meta metadata date dateline time timestamp published pubdate posted updated tag tags category "
        + "categories topic topics keywords label kicker eyebrow section info postmeta source sources "
        + "views stats rating"
    ),
    (
      .advertising,
      "ad ads adv advert adverts advertisement advertising sponsor sponsored sponsors dfp gpt banner "
        + "banners adunit adslot affiliate commercial adsense native partner partners"
    ),
    (
      .legal,
      "cookie cookies consent gdpr privacy modal popup overlay notice toast disclaimer legal copyright "
        + "terms ccpa lightboxes rights"
    ),
    (
      .side,
      "sidebar side rail aside widget widgets secondary complementary right infobox factbox box "
        + "module inset supplementary tertiary well"
    ),
    (.title, "title headline heading hed headlines titulo"),
    (
      .summary,
      "summary standfirst dek deck subhead subheading subheadline lede lead intro excerpt "
        + "abstract subtitle highlights keypoints bullets synopsis bajada strapline preamble"
    ),
    (.pullQuote, "pullquote pull pullquotes blockquote quote"),
    (
      .unseen,
      "hidden sr screenreader visually visuallyhidden offscreen invisible print noscript assistive"
    ),
    (
      .note,
      "note notes correction footnote footnotes editor tagline endnote corrections update updates series"
    ),
    (.list, "list lists item items ul grid feed listing archive index results rows row"),
    (
      .caption,
      "caption captions credit credits figcaption photocredit imagecaption imagecredit cutline "
        + "photographer byimage legend copyrightholder"
    ),
  ]

  private static let byHash: [UInt32: ElementWords] = {
    var table: [UInt32: ElementWords] = [:]
    for (kind, words) in lists {
      for word in words.split(separator: " ") {
        table[Bytes.hash(of: word.utf8), default: []].formUnion(kind)
      }
    }
    return table
  }()

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Reads names apart at blanks, dashes and capitals: `story-body__text relatedLinks`.
  init(names: ArraySlice<UInt8>) {
    var found = ElementWords()
    var whole = Bytes.hashStart
    var part = Bytes.hashStart
    var previous: UInt8 = 0x20
    func look(_ hash: UInt32) {
      if hash != Bytes.hashStart, let kind = Self.byHash[hash] { found.formUnion(kind) }
    }
    for byte in names.prefix(400) {
      if Bytes.isLetter(byte) {
        if Bytes.isUpper(byte), Bytes.isLower(previous) {
          look(part)
          part = Bytes.hashStart
        }
        part = Bytes.hash(part, adding: Bytes.lower(byte))
        whole = Bytes.hash(whole, adding: Bytes.lower(byte))
      } else {
        if part != whole { look(part) }
        look(whole)
        part = Bytes.hashStart
        whole = Bytes.hashStart
      }
      previous = byte
    }
    if part != whole { look(part) }
    look(whole)
    self = found
  }

  /// What all names of an element say.
  init(of element: Int, in tree: HTMLTree) {
    self = []
    for name in [HTMLTree.Name.class, .id, .role, .itemprop, .ariaLabel, .testID, .component] {
      if let value = tree.value(name, of: element) { formUnion(ElementWords(names: value)) }
    }
  }
}
