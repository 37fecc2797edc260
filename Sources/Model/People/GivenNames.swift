/// Spellings of one given name: transliterations, and the short forms that newspapers use.
enum GivenNames {
  /// One hash for all spellings of a name.
  static func canonical(_ hash: UInt32) -> UInt32 { variants[hash] ?? hash }

  private static let variants: [UInt32: UInt32] = {
    let rows = """
      sergei sergey serhiy sergii
      alexander aleksandr oleksandr aleksander
      alexei alexey aleksei aleksey
      dmitry dmitri dmitriy dmytro
      yuri yury yuriy
      andrei andrey andriy
      nikolai nikolay mykola
      anatoly anatoli anatoliy
      mikhail mikhael mykhailo
      vasily vasili vasiliy
      yevgeny evgeny yevgeniy evgeniy
      vladimir volodymyr
      valery valeri valeriy
      arkady arkadi arkadiy
      gennady gennadi gennadiy
      maxim maksim
      viktor victor
      pyotr petr
      natalia natalya nataliya
      yekaterina ekaterina
      yelena elena
      yulia julia yuliya
      tatiana tatyana
      maria mariya
      mohammed muhammad mohammad mohamed mohamad muhammed
      ahmed ahmad
      hussein hussain husain
      yusuf youssef yousef yusef
      abdullah abdallah
      khalid khaled
      omar umar
      bill william billy
      bob robert bobby rob
      mike michael
      joe joseph
      jim james jimmy
      tom thomas
      dave david
      dan daniel danny
      steve steven stephen
      ted edward ed eddie
      tony anthony
      chris christopher
      matt matthew
      rick richard dick
      ben benjamin
      sam samuel
      ken kenneth
      don donald
      ron ronald
      greg gregory
      jeff jeffrey
      larry lawrence
      liz elizabeth beth
      kate katherine kathy catherine
      sue susan
      debbie deborah
      pat patrick
      nick nicholas
      andy andrew
      chuck charles charlie
      jack john
      jerry gerald
      harry harold
      rudy rudolph
      mitch mitchell
      newt newton
      bernie bernard
      """
    var variants: [UInt32: UInt32] = [:]
    for row in rows.split(separator: "\n") {
      let hashes = row.split(separator: " ").map { Bytes.word(String($0)) }
      for hash in hashes { variants[hash] = hashes[0] }
    }
    return variants
  }()
}
