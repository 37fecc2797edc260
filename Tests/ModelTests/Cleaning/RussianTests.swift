import Testing

@testable import Model

@Suite struct RussianTests {
  private func article(_ text: String) -> Article {
    ArticlePipeline().article(of: SourcePage(file: "a.txt", text: SourceText(text)))
  }

  @Test func `a Russian page is cleaned like an English one`() {
    let found = article(
      """
      Главная

      В мире

      Озеро закрыто из-за тонкого льда

      14 сентября 2018 г., 10:01

      Автор: Иван Петров

      Фото: Анна Смирнова

      ПРИОЗЕРСК, 14 сентября. /ТАСС/. В пятницу озеро было закрыто, сообщил журналистам мэр города.

      Лёд стал слишком тонким, и на нём никто не должен стоять, сказал он.

      Читайте также

      Поделиться

      Новости партнеров
      """)
    #expect(found.title.text == "Озеро закрыто из-за тонкого льда")
    #expect(found.published?.date.description == "2018-09-14T10:01")
    #expect(found.authors == ["Иван Петров"])
    #expect(found.section == "В мире")
    #expect(found.agency == "ТАСС")
    #expect(found.dateline.map { found[$0.place] } == "ПРИОЗЕРСК")
    #expect(found.body.count == 2)
    #expect(found.language == "ru")
  }

  @Test(arguments: [
    "Опубликовано: 14 сентября 2018", "Пятница, 14 Сентября 2018", "14.09.2018 10:01",
    "14 сентября 2018 года в 10:01", "10:01, 14 сентября 2018", "Дата: 14.09.2018",
  ])
  func `dates of Russian pages`(line: String) {
    let found = article(
      "Озеро закрыто\n\n\(line)\n\nОзеро было закрыто из-за тонкого льда, сообщил мэр города.\n")
    #expect(found.published?.date.dayDescription == "2018-09-14")
    #expect(found.removed.map(\.reason) == [.timestamp])
  }

  @Test func `a weekday settles the year of a dateline`() {
    let found = article(
      """
      ПРИОЗЕРСК, 14 сентября. /ТАСС/. В пятницу озеро закрыли, сообщил журналистам мэр города.

      Прошлый раз это было в 2017 году, когда лёд тоже был тонким.
      """)
    #expect(found.published?.date.dayDescription == "2018-09-14")
    #expect(found.published?.basis == .inferred)
  }

  @Test(
    "Tells languages apart",
    arguments: [
      (
        "The lake was closed on Friday and it is not known when it will be open to the people.",
        "en"
      ),
      (
        "Озеро было закрыто в пятницу, и не известно, когда оно будет открыто для людей, как и что.",
        "ru"
      ),
      (
        "Озеро було закрите у п'ятницю, і не відомо, коли воно буде відкрите для людей, але це так, що й як.",
        "uk"
      ),
      (
        "Der See wurde am Freitag gesperrt und es ist nicht bekannt, wann er für die Leute offen ist.",
        "de"
      ),
      (
        "Le lac a été fermé vendredi et il n'est pas possible de dire quand il sera ouvert au public dans la ville.",
        "fr"
      ),
      (
        "El lago fue cerrado el viernes y no se sabe cuándo se abrirá para la gente de la ciudad.",
        "es"
      ),
      ("湖于星期五关闭，目前尚不清楚何时重新开放。", "zh"), ("湖は金曜日に閉鎖され、いつ開くかはわかっていない。", "ja"),
      ("أغلقت البحيرة يوم الجمعة ولا يعرف متى ستفتح.", "ar"),
      ("호수는 금요일에 폐쇄되었고 언제 열릴지 알 수 없다.", "ko"),
      ("Lake 14", nil), ("", nil), ("Xyz abc qwe rty uio pas dfg hjk lzx cvb nm qq ww ee.", nil),
    ] as [(String, String?)])
  func languages(text: String, tag: String?) {
    #expect(LanguageDetector.language(of: text.utf8) == tag)
  }
}
