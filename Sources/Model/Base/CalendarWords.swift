/// Names of months, weekdays and time zones, in the languages that dates of news come in.
enum CalendarWords {
  /// The month that a folded word names, 1 to 12: full names and abbreviations, nominative and
  /// genitive where the language has both.
  static func month(_ folded: [UInt8]) -> Int? { months[folded] }

  /// The weekday that a folded word names, 0 for Sunday.
  static func weekday(_ folded: [UInt8]) -> Int? { weekdays[folded] }

  /// Minutes east of UTC of a zone's folded name.
  static func zone(_ folded: [UInt8]) -> Int? { zones[folded] }

  /// The language of the names at the same place, by its BCP 47 tag.
  private static let monthLines: [StaticString] = [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan febr mrch apr may june july augu sept oct novem decem",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "янв февр марта апр мая июн июл авг сент окт нояб дек",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber marz apr mai jun jul aug sept okt nov dez",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "janv fevr mars avr mai juin juil aout sept oct nov dec",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago set oct nov dic",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
    "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
    "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "ιαν φεβ μαω απω μαι ιον ιολ αυγ σεπ οκτ νον δεκ",
  ]

  private static let weekdayLines: [StaticString] = [
    "sunday monday tuesday wednesday thursday friday saturday",
    "sun mon tue wed thu fri sat",
    "sun mon tues weds thur fri satur",
    "sun mon tues wednes thurs fri sat",
    "воскресенье понедельник вторник среда четверг пятница суббота",
    "воскресенья понедельника вторника среды четверга пятницы субботы",
    "воскресенье понедельник вторник среду четверг пятницу субботу",
    "вс пн вт ср чт пт сб",
    "неділя понеділок вівторок середа четвер пятниця субота",
    "sonntag montag dienstag mittwoch donnerstag freitag samstag",
    "dimanche lundi mardi mercredi jeudi vendredi samedi",
    "domingo lunes martes miercoles jueves viernes sabado",
    "domenica lunedi martedi mercoledi giovedi venerdi sabato",
    "domingo segunda terca quarta quinta sexta sabado",
    "κυρ δευ τρι τετ πεμ παρ σαβ",
  ]

  /// Names and hours east of UTC. Names that several places use have the meaning that RFC 822 or
  /// the wires give them.
  private static let zoneLine: StaticString = """
    z=0 ut=0 utc=0 gmt=0 wet=0 west=1 bst=1 cet=1 met=1 cest=2 mest=2 mesz=2 mez=1 eet=2 eest=3 \
    msk=3 msd=4 мск=3 sast=2 cat=2 wat=1 eat=3 trt=3 gst=4 pkt=5 ist=5.5 ict=7 wib=7 hkt=8 sgt=8 \
    awst=8 pht=8 jst=9 kst=9 acst=9.5 aest=10 aedt=11 nzst=12 nzdt=13 nst=-3.5 ndt=-2.5 adt=-3 \
    ast=-4 at=-4 edt=-4 est=-5 et=-5 cdt=-5 cst=-6 ct=-6 mdt=-6 mst=-7 mt=-7 pdt=-7 pst=-8 pt=-8 \
    akst=-9 akdt=-8 hst=-10 brt=-3 art=-3
    """

  private static let months = table(monthLines, from: 1)
  private static let weekdays = table(weekdayLines, from: 0)

  private static let zones: [[UInt8]: Int] = {
    var zones: [[UInt8]: Int] = [:]
    for pair in zoneLine.description.split(separator: " ") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2, let hours = Double(parts[1]) else { continue }
      zones[Array(parts[0].utf8)] = Int(hours * 60)
    }
    return zones
  }()

  private static func table(_ lines: [StaticString], from first: Int) -> [[UInt8]: Int] {
    var table: [[UInt8]: Int] = [:]
    for line in lines {
      for (i, word) in line.description.split(separator: " ").enumerated() {
        table[Folding.words(of: String(word)).first ?? []] = first + i
      }
    }
    return table
  }
}
