/// What page furniture looks like, as data: phrases that are a whole line, and beginnings of lines.
public struct CleaningRules: Sendable {
  /// Folded whole lines that are buttons, menus and labels of pages.
  let labels: Set<UInt32>
  /// Folded whole lines that name a section.
  let sections: Set<UInt32>
  /// Words of a site's own blurb: two of them in a line before the headline give it away.
  let blurbPhrases: [StaticString]

  /// The rules for pages in English, with the labels that Russian sites leave in.
  public static let english = CleaningRules()

  private init() {
    labels = Self.folds(Self.labelLines)
    sections = Self.folds(Self.sectionLines)
    blurbPhrases = [
      "latest news", "breaking news", "live coverage", "news from", "news and", "stories",
      "features and analysis", "follow us", "newsletter", "sign up", "around the world",
      "more news", "top stories", "in-depth",
    ]
  }

  private static func folds(_ lines: StaticString) -> Set<UInt32> {
    var result = Set<UInt32>()
    for line in lines.description.split(separator: "\n") {
      let bytes = Array(line.utf8)
      result.insert(Line(TextSpan(0, bytes.count), in: bytes).fold)
    }
    return result
  }

  /// Whole lines of buttons and menus.
  private static let labelLines: StaticString = """
    subscribe
    subscribe now
    share
    share this
    share this article
    share on facebook
    share on twitter
    tweet
    email
    print
    comments
    comment
    leave a comment
    no comments
    add a comment
    show comments
    view comments
    read more
    read also
    see also
    more
    more stories
    related
    related articles
    related stories
    related news
    related topics
    recommended
    most read
    most popular
    trending
    newsfeed
    news feed
    top news
    latest
    latest news
    advertisement
    ad
    sponsored
    promoted
    menu
    search
    home
    log in
    login
    sign in
    sign up
    sign out
    register
    log in or register
    log in to comment
    to participate in the discussion
    loader
    loading
    chats
    chat
    download
    copy link
    link copied
    follow us
    follow
    save
    bookmark
    skip to content
    skip to main content
    back to top
    privacy policy
    terms of use
    cookie policy
    contact us
    about us
    all rights reserved
    abstract
    full text
    photo gallery
    gallery
    video
    watch
    listen
    play
    close
    next
    previous
    facebook
    twitter
    telegram
    whatsapp
    vk
    story continues below advertisement
    article continues below
    continue reading
    continue reading the main story
    подписаться
    подпишитесь
    комментарии
    комментировать
    оставить комментарий
    добавить комментарий
    поделиться
    поделиться в соцсетях
    читать далее
    читать полностью
    читайте также
    читать также
    смотрите также
    по теме
    материалы по теме
    другие новости
    главные новости
    последние новости
    все новости
    новости партнеров
    новости по теме
    лента новостей
    популярное
    самое читаемое
    самое популярное
    рекомендуем
    реклама
    меню
    поиск
    главная
    войти
    вход
    выйти
    регистрация
    зарегистрироваться
    скопировать ссылку
    ссылка скопирована
    распечатать
    версия для печати
    печать
    наверх
    назад
    вперед
    далее
    закрыть
    показать еще
    загрузить еще
    теги
    фото
    видео
    фотогалерея
    контакты
    о проекте
    о нас
    редакция
    правила использования
    политика конфиденциальности
    все права защищены
    вконтакте
    одноклассники
    телеграм
    копировать
    обсудить
    """

  /// Whole lines that name a section.
  private static let sectionLines: StaticString = """
    world
    politics
    business
    opinion
    opinions
    sport
    sports
    culture
    science
    technology
    tech
    science & tech
    health
    economy
    society
    military
    defense
    europe
    asia
    africa
    americas
    latin america
    middle east
    russia
    us
    uk
    usa
    international
    national
    local
    news
    world news
    us news
    analysis
    life
    arts
    entertainment
    environment
    education
    в мире
    мир
    политика
    экономика
    общество
    происшествия
    спорт
    культура
    наука
    технологии
    наука и технологии
    бизнес
    финансы
    армия
    россия
    москва
    бывший ссср
    международная панорама
    новости
    мнения
    аналитика
    здоровье
    образование
    """
}
