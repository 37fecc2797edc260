extension Lexicon {
  /// Function words, roles, places and organisations.
  static let lists: [(StaticString, WordClass)] = [
    (
      "the a an this that these those some many several most other another both each every",
      .determiner
    ),
    (
      "any all no one two three four five six seven eight nine ten dozens hundreds thousands",
      .determiner
    ),
    (
      "he she they i we it you who i've i'm i'll i'd he's she's we're we've they're it's",
      .subjectPronoun
    ),
    ("me him her us them whom", .objectPronoun),
    ("he his him himself", .masculine),
    ("she her hers herself", .feminine),
    ("his her their its my our your whose", .possessive),
    (
      """
      of in on at to from with for by about against between among during before after since until
      till over under through into onto upon within without across behind beyond near off out
      outside inside per via amid despite toward towards around like unlike regarding concerning
      including following throughout alongside
      """, .preposition
    ),
    (
      """
      and or but nor so yet because although though while whereas when where if unless that whether
      as than since after before until once why how what
      """, .conjunction
    ),
    (
      """
      is are was were be been being am has have had having do does did will would shall should can
      could may might must not never n't cannot can't don't doesn't didn't won't wouldn't couldn't
      shouldn't isn't aren't wasn't weren't hasn't haven't hadn't
      """, .auxiliary
    ),
    (
      """
      also later then earlier again already always often once twice still just only even ever never
      recently repeatedly previously publicly privately reportedly allegedly meanwhile moreover
      however therefore thus now today yesterday tomorrow tonight here there instead too further
      quickly simply merely openly bluntly flatly angrily famously initially finally eventually
      subsequently nevertheless nonetheless further furthermore besides sometimes usually soon ago
      first last next yes maybe perhaps indeed
      """, .adverb
    ),
    ("who whom which whose that", .relative),
    ("monday tuesday wednesday thursday friday saturday sunday", .weekday),
    (
      """
      january february march april may june july august september october november december jan feb
      aug sept sep oct nov dec
      """, .month
    ),
    (
      """
      de la le del della di da dos das du van von der den ter ten al el bin ibn abu ben bint y e ap
      zu zum zur dal af ould dell degli dello
      """,
      .nameParticle
    ),
    ("jr jr. sr sr. ii iii iv", .nameSuffix),
    (
      """
      qc kc phd ph.d. md m.d. obe mbe cbe kbe frs dphil llb mep msp mp mps esq esq. usn usmc usaf
      """, .postNominal
    ),
    (
      """
      mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady rev rev. fr. sgt sgt. lt lt.
      col col. gen gen. maj maj. capt capt. adm adm. sen sen. rep rep. gov gov. hon. pres. madame
      monsieur señor herr st-dr sheikh sheik imam ayatollah rabbi pope cardinal archbishop bishop
      father sister brother pastor reverend princess prince king queen emperor sultan emir
      """, .honorific
    ),
    (
      """
      president presidents vice-president premier minister ministers chancellor ambassador
      ambassadors envoy diplomat diplomats secretary secretaries undersecretary leader leaders
      chief head chairman chairwoman chair chairperson director directors deputy aide aides
      adviser advisers advisor advisors counselor counsel attorney lawyer lawyers prosecutor judge
      justice sheriff mayor governor senator senators congressman congresswoman representative
      representatives lawmaker lawmakers legislator delegate councilman councilwoman commissioner
      spokesman spokeswoman spokesperson spokesmen official officials officer officers general
      colonel admiral commander captain major sergeant lieutenant marshal soldier veteran agent
      detective inspector nominee candidate candidates contender frontrunner running-mate manager
      strategist pollster consultant analyst analysts economist economists professor researcher
      researchers scientist scientists expert experts historian scholar author writer reporter
      journalist columnist editor host anchor commentator blogger photographer correspondent
      executive ceo founder co-founder owner co-owner entrepreneur businessman businesswoman
      billionaire mogul developer banker investor trader doctor physician surgeon nurse psychologist
      teacher student principal superintendent dean activist organizer advocate volunteer supporter
      critic critics opponent rival counterpart colleague partner ally politician statesman
      dictator czar tsar monarch actor actress singer comedian musician artist director filmmaker
      producer athlete player coach star model designer priest cleric resident neighbor witness
      victim suspect survivor widow wife husband son daughter mother father brother sister
      grandfather grandmother uncle aunt cousin boyfriend girlfriend friend mentor speaker
      whip treasurer comptroller auditor clerk consul attache attaché negotiator mediator
      coordinator administrator trustee partner fellow assistant associate member members
      vice-chairman vice-chair co-chair co-chairman republican democrat conservative liberal
      independent libertarian socialist immigrant farmer worker driver pilot engineer cosmonaut
      astronaut hacker whistleblower inmate lobbyist operative surrogate insider newcomer incumbent
      first-lady lady nominee-elect president-elect parliamentarian mp deputies chairman-elect
      spokespeople fighter boxer wrestler swimmer painter sculptor composer violinist pianist cellist
      conductor guitarist drummer rapper dancer choreographer poet novelist playwright screenwriter
      essayist biographer translator publisher printer librarian curator architect surveyor builder
      carpenter plumber electrician mechanic baker butcher chef cook waiter waitress barber tailor
      shopkeeper merchant salesman saleswoman realtor broker accountant bookkeeper cashier
      firefighter fireman paramedic policeman policewoman trooper guard warden ranger
      fisherman sailor skipper navigator miner rancher forester gardener hunter breeder
      chemist physicist biologist geologist astronomer meteorologist epidemiologist virologist
      mathematician statistician sociologist anthropologist archaeologist philosopher theologian
      psychiatrist therapist pharmacist dentist veterinarian midwife cardiologist
      oncologist pediatrician neurologist magistrate notary solicitor barrister juror
      provost rector lecturer tutor pupil graduate alumnus intern apprentice trainee
      goalkeeper striker defender midfielder quarterback pitcher golfer cyclist runner sprinter
      skier skater jockey referee umpire champion gymnast rower climber
      programmer technician machinist welder trucker courier operator
      councillor alderman selectman registrar ombudsman oligarch tycoon magnate philanthropist
      heir heiress baron count countess duke duchess earl knight viscount monk nun preacher
      missionary chaplain deacon vicar evangelist televangelist
      landlady landlord publican pensioner neighbour councilor cllr boss headteacher headmaster
      headmistress schoolteacher constable pc wpc barman barmaid bartender postman milkman
      shepherd grocer butler nanny babysitter mum dad nan grandad grandma grandpa nephew niece
      fiance fiancé fiancee fiancée stepfather stepmother stepson stepdaughter ex-husband ex-wife
      girlfriend pundit winger batsman bowler linebacker understudy newsreader presenter
      broadcaster newscaster podcaster youtuber influencer campaigner canvasser motorist
      cabbie plaintiff defendant claimant appellant complainant paratrooper rifleman seaman airman
      brigadier commodore lance-corporal corporal
      premier-elect chieftain elder warlord ayatollah mufti imam abbot abbess curate
      zoologist botanist ecologist glaciologist nematologist seismologist neuroscientist
      psychotherapist physiotherapist paediatrician obstetrician radiologist
      premier taoiseach tanaiste reeve bailiff usher coroner pathologist arbitrator
      co-author co-host co-pilot co-worker co-director housewife househusband homemaker
      bystander passer-by onlooker eyewitness tenant lodger villager islander
      kingpin gangster mobster smuggler burglar thief fraudster hostage refugee asylum-seeker
      bellringer bell-founder blacksmith goldsmith silversmith stonemason bricklayer roofer
      lorry-driver docker steelworker millworker roughneck
      employee staffer customer passenger patient shopper commuter client visitor guest caller
      reader viewer voter taxpayer user migrant detainee prisoner spectator marcher demonstrator
      cardinal pope bishop archbishop sheikh emir sultan rabbi pastor prince princess king queen
      """, .role
    ),
    (
      """
      former ex- acting interim deputy vice prime foreign first senior top chief national state
      presidential vice-presidential gubernatorial senate house congressional republican democratic
      gop independent conservative liberal progressive libertarian campaign press security defense
      defence finance interior justice health education labor labour trade energy homeland
      intelligence military police federal local regional assistant associate general special
      attorney executive managing late then current incoming outgoing ambassador-designate veteran
      longtime long-time retired real-estate estate business media news political legal policy
      communications field research editorial staff union party majority minority opposition
      supreme district county city town village council committee board bank company fund institute
      university college school church team league world co chair founding fellow young elder
      billionaire celebrity right-wing left-wing far-right ultra two-time one-time three-time
      new old lead principal climate civil rights immigration
      crown visiting substitute hospice hospital ministry government army navy
      group department agency parish borough shadow emeritus distinguished celebrated
      """, .roleModifier
    ),
    (
      """
      officials authorities police investigators prosecutors critics supporters experts analysts
      people lawmakers republicans democrats economists scientists researchers activists advocates
      lawyers aides advisers sources witnesses residents voters observers diplomats leaders
      organizers protesters students teachers doctors families relatives colleagues opponents
      allies conservatives liberals progressives spokesmen executives employees workers veterans
      pollsters strategists historians government administration campaign company ministry
      committee council court department agency bureau group team panel commission board party
      union opposition military army navy embassy office press media newspaper magazine network
      paper channel website site website report study poll survey
      """, .group
    ),
    (
      """
      russian american british french german chinese japanese korean indian pakistani afghan iraqi
      iranian syrian turkish israeli palestinian egyptian saudi ukrainian polish hungarian czech
      slovak romanian bulgarian serbian croatian bosnian albanian greek italian spanish portuguese
      dutch belgian swiss austrian swedish norwegian danish finnish icelandic irish scottish welsh
      english canadian mexican cuban brazilian argentine argentinian chilean colombian venezuelan
      peruvian bolivian australian european african asian arab kurdish armenian azerbaijani georgian
      kazakh uzbek tajik belarusian moldovan estonian latvian lithuanian libyan tunisian algerian
      moroccan sudanese ethiopian kenyan nigerian somali ghanaian zimbabwean lebanese jordanian
      yemeni kuwaiti qatari emirati vietnamese thai filipino indonesian malaysian burmese chechen
      soviet muslim christian jewish catholic protestant islamic hindu buddhist sunni shiite
      african-american latino hispanic western eastern northern southern texan californian
      """, .demonym
    ),
    (
      """
      russia america us u.s. usa uk u.k. britain england scotland wales ireland france germany china
      japan korea india pakistan afghanistan iraq iran syria turkey israel palestine egypt arabia
      ukraine poland hungary romania bulgaria serbia croatia bosnia kosovo albania greece italy spain
      portugal netherlands belgium switzerland austria sweden norway denmark finland iceland canada
      mexico cuba brazil argentina chile colombia venezuela peru bolivia ecuador australia europe
      africa asia armenia azerbaijan kazakhstan uzbekistan belarus moldova estonia latvia lithuania
      libya tunisia algeria morocco sudan ethiopia kenya nigeria somalia ghana zimbabwe lebanon
      yemen kuwait qatar vietnam thailand philippines indonesia malaysia burma myanmar chechnya crimea
      d.c. moscow washington london paris berlin beijing tokyo seoul delhi islamabad kabul baghdad tehran
      damascus ankara istanbul jerusalem cairo kiev kyiv warsaw budapest prague bucharest sofia
      belgrade athens rome madrid lisbon brussels geneva vienna stockholm oslo copenhagen helsinki
      ottawa havana brasilia canberra minsk grozny sochi aleppo mosul gaza petersburg
      boston chicago york jersey angeles francisco philadelphia houston dallas miami atlanta detroit
      cleveland denver seattle phoenix orlando charlotte brooklyn manhattan queens bronx harlem
      alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
      illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
      mississippi missouri montana nebraska nevada hampshire ohio oklahoma oregon pennsylvania
      tennessee texas utah vermont virginia wisconsin wyoming carolina dakota states kingdom republic
      federation west east north south middle balkans caucasus siberia donbass donetsk guantanamo
      benghazi hollywood broadway capitol
      """, .place
    ),
    (
      """
      ministry council committee commission department agency bureau administration office
      university college institute institutes institution studies journalism dynasty empire school academy party union association federation
      foundation organization organisation group corporation corp corp. inc inc. co. ltd ltd. llc
      company bank fund court congress senate house parliament duma assembly cabinet government
      embassy consulate army navy force forces corps guard police times post journal herald tribune
      news press magazine newspaper network television radio channel club society league center
      centre hospital church board authority service services coalition alliance front movement
      brigade front campaign convention conference summit forum olympics cup games games initiative
      project program act treaty agreement accord street avenue road square tower towers building
      airport station stadium theater theatre museum library hotel park county city state states
      district region province island islands river lake sea ocean mountain valley beach day week
      month year award prize war caucus trust partners associates exchange industries international
      nations community secretariat headquarters
      motors motor electric dynamics
      """, .organisationHead
    ),
    (
      """
      kremlin pentagon nato eu un u.n. who imf fbi cia nsa doj dhs epa irs dnc rnc gop isis isil
      daesh al-qaeda taliban hamas hezbollah facebook twitter google apple amazon microsoft instagram
      youtube tass sputnik reuters xinhua interfax afp cnn bbc nbc cbs abc msnbc fox npr politico
      breitbart bloomberg aclu nra nypd opec osce unesco unicef fifa nasa congress senate parliament
      duma brexit obamacare medicare medicaid internet nasdaq novosti
      """, .organisation
    ),
    (
      """
      is are was were be been am has had will would could should can may might must make makes made
      take takes took taken get gets got gave give gives given come comes came seen saw sees show
      shows showed shown know knows knew known want wants wanted need needs needed try tries tried
      use uses used find finds found become becomes became leave leaves left keep keeps kept let
      help helps helped start starts started run runs ran hold holds held bring brings brought
      happen happens happened seem seems seemed turn turns turned stand stands stood lose loses lost
      pay pays paid meet meets met include includes included lead leads led win wins won send sends
      sent build builds built fall falls fell rise rises rose grow grows grew speak speaks spoke
      appear appears appeared remain remains remained follow follows followed pass passes passed
      serve serves served die dies died kill kills killed face faces faced work works worked
      live lives lived move moves moved set sets cut cuts hit hits
      """, .verb
    ),
    ("st. mt. ft.", .place),
    (
      "plaque placard banner poster notice billboard inscription leaflet pamphlet textbook",
      .document
    ),
    (
      "det det. insp insp. supt supt. baroness viscountess marquess marchioness msgr msgr.",
      .honorific
    ),
    ("monsignor", .honorific),
  ]
}
