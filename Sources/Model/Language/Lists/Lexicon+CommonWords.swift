// Made by Training/lexicon.py; see Training/CARD.md. Do not edit.

extension Lexicon {
  /// Words that are commonly written in small letters.
  static let commonWords: StaticString = """
    ability able abortion abortions about above abroad absence absolute absolutely abuse academic
    accept acceptance accepted accepting access accomplish accomplishments accord according
    account accountable accounts accurate accusations accused accuses accusing achieve acknowledge
    acknowledged acknowledging across acted acting action actions active actively activist
    activists activities activity actor actual actually ad add added adding addition additional
    address addressed addresses addressing adds administration admit admitted admitting adopted
    ads adult adults advance advanced advantage advertising advice advised adviser advisers
    advising advocacy advocate advocates advocating affect affected afford afraid after afternoon
    again against age agencies agency agenda agent agents aggressive aggressively ago agree agreed
    agreement agreements agrees ahead aid aide aides aim aimed air aired airing airport airwaves
    aligned alive all allegations alleged allegedly allegiance alleging alliance allies allow
    allowed allowing allows ally almost alone along alongside already also alternative although
    always am amazing ambassador ambitious amendments amid amnesty among amount amounts an
    analysis analyst analysts anchor and anger angry announce announced announcement announcing
    annual annually anonymity another answer answered answers anxiety any anybody anymore anyone
    anything anytime anywhere apart apartment apologized apology apparent apparently appeal
    appealing appear appearance appearances appeared appearing appears applauded applause apply
    appointed approach approaches appropriate approval approved are area areas aren arena argue
    argued argues arguing argument arguments arm armed arms around array arrested arrived article
    articles as aside ask asked asking asks assault asserted assertion assessment asset assets
    assigned assistance assistant associate assume assure assured at attack attacked attackers
    attacking attacks attempt attempted attempting attempts attend attended attendees attending
    attention attitude attorney attract attracted attributed audience audiences author authorities
    authority authorized auto available average avoid award aware away awkward baby back backed
    backers background backing backs bad badly bailout balance ballot ballots ban band bank
    bankers banking banks banned banning bar barely barriers base based basic basically basis
    battle battleground battles be bear bearing beat beaten beating beautiful became because
    become becomes becoming been before began begin beginning begins begun behalf behavior behind
    being belief believe believed believes believing below bench benefit benefited benefits best
    bet better between beyond bias biased bid big bigger biggest billion billionaire billionaires
    billions bills bipartisan birth birther bit bitter black blacks blame blamed blasted bloc
    block blocked blocking blood blow blue board boasted body bold bomb bombing booed book books
    boos boost border borders born boss both bottom bought bound boy boycott brand break breakfast
    breaking breaks bridge brief briefly bring bringing brings broad broadcast broader broadly
    broke broken broker brother brothers brought bubble budget build building built bully business
    businesses businessman busy but buy buying by cable calendar call called calling calls came
    camera camp campaign campaigned campaigning campaigns camps can candidacy candidate candidates
    cannot capable capacity capital capture captured car carbon card cards care career careful
    carefully careless cares carried carries carry carrying case cases cash casino cast casting
    catch category caucus caucuses caught cause caused causes causing cautious celebrated
    celebrating celebrity centers centrist century certain certainly chain chair chairman chairs
    chairwoman challenge challenged challenger challenges challenging chamber champion championed
    chance chances change changed changes changing chaos character charge charged charges check
    checks cheer cheered cheering cheers chief child children choice choices choose choosing chose
    chosen circle circumstances cited cities citing citizen citizens citizenship civil claim
    claimed claiming claims clarity clash class classic classified clean clear clearly climate
    clinch clip close closed closely closer closest closing co coal coalition code collapse
    colleagues collected collective college colleges color column columnist com combat combined
    come comeback comes comfort comfortable coming command commander commanding comment comments
    commercial commitment committed committees common communication communications communities
    community companies company compared compelling compete competing competition competitive
    competitors complained complaint complaints complete completed completely complex complicated
    compound comprehensive compromise computer conceded concern concerned concerning concerns
    concessions concluded conclusion concrete condemned condition conditions conduct conducted
    conducting conference conferences confidence confident confirm confirmed conflict conflicts
    confront congressional congressman connect connected connection connections conscience
    consensus consequences conservatism conservative conservatives consider considerable
    considered considering consistent consistently conspiracy constant constantly constituency
    constitutional construction consultant consulting consumers contact contained containing
    contender contenders content contention contentious contest contested contests continue
    continued continues continuing contract contrary contrast contributed contributions
    contributor contributors control controlled controls controversial controversy convention
    conventional conventions conversation conversations convicted convince convinced convincing
    cool cooperation coordinated core corner corporate corporations correct corruption cost costs
    could couldn counsel count counted counter counties counting countries country coup couple
    course courses courts cover coverage covered covering crack crash crazy create created
    creating creation credentials credibility credible credit crime criminal criminals crisis
    critical criticism criticisms criticize criticized criticizing critics critique crossed crowd
    crowds crucial crushed cultural culture current currently customers cut cuts cutting cycle
    damage damaging danger dangerous dark data database date datetime daughter day days de dead
    deadline deadly deal dealing deals death deaths debate debates debt decade decades decide
    decided decision decisions decisive declare declared declaring decline declined dedicated
    deemed deep deeper deeply defeat defeated defeating defend defended defending defense
    defensive deficit define defined definitely degree degrees delay delegate delegates delegation
    deleted deliver delivered delivering demand demanded demands democracy demographic
    demographics demonstrate demonstrated denied denounced denouncing deny denying departure
    depending deployed deport deportation deported deputy describe described describes describing
    description deserve deserves designed desire desperate despite destroy destroyed detail
    detailed details determination determine determined determining devastating develop developed
    developer developing development devoted did didn die died difference differences different
    differently difficult difficulty digital digits dinner diplomat diplomatic direct directed
    direction directly director disagree disappointed disaster disclosed disclosure discourse
    discovered discrimination discuss discussed discussing discussion discussions disease
    dismantle dismissed display dispute distance distant districts diverse diversity divide
    divided dividing division divisions divisive do document documents does doesn doing dollar
    dollars domestic dominate dominated don donated donation donations done donor donors door
    doors double doubt doubts down downtown dozen dozens draft dramatic draw drawing drawn dream
    drew drive driven driver driving drop dropped dropping drove drug due during duty dynamic each
    eager earlier early earn earned earning earnings easier easily easy echoed economic economics
    economist economists economy edge editor editorial education effect effective effectively
    effects effort efforts eight either elect elected electing election elections electoral
    electorate element eligible eliminate eliminated eliminating elite elites else elsewhere email
    emailed emails embarrassing embrace embraced embracing emerged emergency emerging emissions
    emotional emphasis employee employees employers employment empty encourage encouraged
    encouraging end ended ending endorse endorsed endorsement endorsements endorsing ends enemies
    enemy energy enforcement engage engaged engagement engaging enjoyed enjoys enormous enough
    ensure ensuring enter entered entering enthusiasm enthusiastic entire entirely entrepreneur
    environment environmental episode equal equally equivalent era error erupted especially
    essentially established establishment estate estimated estimates ethnic evangelical even
    evening evenly event events eventual eventually ever every everybody everyone everything
    everywhere evidence exact exactly example except exception exceptions exchange exchanges
    exclusive exclusively executive executives exist existing exists exit expand expanded
    expanding expansion expect expectations expected expecting expects expensive experience
    experienced experiences expert experts explain explained explaining explanation exploit
    exposed express expressed extended extends extensive extent extra extraordinary extreme
    extremely extremism extremist eye eyes face faced faces facilities facility facing fact factor
    factors factory facts fail failed failing failure fair fairly faith fake fall fallen falling
    false familiar families family famous famously fan fans far fast faster fate father fault
    favor favorable favored favorite favors fear fears featured features federal feel feeling
    feelings feels fees feet fell fellow felt female fence few fewer field fierce fifth fight
    fighters fighting figure figures file filed filing filings fill filled film final finally
    finance finances financial find finding findings finds fine finish finished fire firearms
    fired firm firms first fiscal fit five fix flag fled fleeing flew flight flip floor flow fly
    flying focus focused focusing folks follow followed followers following follows food foot
    football for force forced forceful forcefully forces forcing foreign forget form formal
    formally former formidable forth fortune forum forward fought found founded founder four
    fourth fracking frankly fraud free freely frequently fresh friend friendly friends from front
    frontrunner frustrated frustration fuel fueled full fully fun fund fundamental fundamentally
    funded funding fundraiser fundraisers fundraising funds further future gain gained gaining
    gains game gap gas gathered gathering gave gay gender general generally generate generated
    generation generous genuine get gets getting giant gifts give given gives giving glad global
    globalization go goal goals goes going golf gone gonna good goods got gotten government
    governments governor governors grabbing grabs graduate granted grants grass grassroots great
    greater greatest greeted grew gross ground group groups grow growing grown growth guard guess
    guest guilty gun guns guy guys hackers hacking had hadn half hall halls hand handed handful
    handle handled handling hands happen happened happening happens happy hard harder hardly harm
    harsh has hasn hate hatred have haven having he head headed heading headline headlines
    headquarters heads health hear heard hearing hearings heart heat heated heavily heavy hedge
    held hell help helped helpful helping helps her here heritage hero herself high higher highest
    highlight highlighted highlighting highly him himself hire hired hiring his historic history
    hit hits hitting hold holding holds holiday home homes hometown honest honesty honor hope
    hoped hopeful hopefuls hopes hoping horrible horse host hosted hostile hostility hosts hot
    hotel hour hours households houses housing how however http https huge human hundred hundreds
    hurt hurting husband ice id idea ideas identified identify identity ideological ideology if
    ignorant ignore ignored illegal illegally image imagine immediate immediately immigrant
    immigrants immigration impact importance important imports impose impossible impressed
    impressive improve improved improving in incendiary incident incites include included includes
    including income incomes increase increased increases increasing increasingly incredible
    incumbent indeed independence independent independents indicate indicated individual
    individuals industrial industries industry inequality inevitable inflation influence
    influential information infrastructure initial initially injured inquiry inside insiders
    insist insisted inspector inspired instance instances instead institutions insults insurance
    insurgent intelligence intended intense intent intention interactions interest interested
    interesting interests internal intervention interview interviewed interviews into introduced
    invest invested investigate investigating investigation investigative investigators investment
    investments investor investors invited involved involvement involving is isn issue issued
    issues it its itself jail jet job jobs join joined joining joint joke joked journalist
    journalists judge judges judgment jump jumped just justices keep keeping keeps kept key kid
    kids kill killed killing kind kinds knew knock know knowing knowledge known knows labor lack
    lacks lady laid land landscape language large largely larger largest last lasting late later
    latest launch launched launching law lawmakers laws lawsuit lawsuits lawyer lawyers lay laying
    lead leader leaders leadership leading leads leaked leaning learn learned learning least leave
    leaves leaving led left legacy legal legally legislation legislative legislature legitimate
    lengthy less lesson lessons let letter level levels leverage liar liberal liberals liberty lie
    lies life lift light like liked likely likes limit limited limiting limits line lined lines
    link linked list listed listen listening lists literally little live lived lives living loan
    loans lobby lobbying lobbyist lobbyists local location locked long longer longtime look looked
    looking looks looming lose loser loses losing loss losses lost lot lots loud loudly love loved
    low lower lowest loyal lunch lying machine made magazine magic mail main mainstream maintain
    maintained major majorities majority make makers makes making male man manage managed
    management manager managers managing mandate manner manufacturers manufacturing many map
    margin margins marked market marketing markets marriage married mass massacre massive match
    matchup mate material math matter matters may maybe me mean meaning means meant meantime
    meanwhile measure measures media medical meet meeting meetings member members membership memo
    men mention mentioned mere merely message messages met might migrant migrants miles military
    million millions mind minds minimum minorities minority minus minute minutes misleading
    misogynist missed missing mission mistake mistakes mix mixed mocked mode model moderate
    moderates modern modest mogul mom moment moments momentum money month months mood moral more
    morning most mostly mother mothers move moved movement moves movie moving much multiple murder
    music must my myself name named names naming narrative narrow narrowly nasty nation nationally
    nations nationwide native natural nature near nearly necessarily necessary need needed needs
    negative negotiating negotiations neighborhood neighboring neighbors neither nervous net
    network networks neurosurgeon neutral never newly newspaper next night nightclub nine no
    nobody nominate nominated nominating nomination nominations nominee nominees none nonetheless
    nonprofit nor normal not notable note noted notes nothing noticed noting notion now nuclear
    number numbers numerous observers obstacle obtain obtained obvious obviously occasionally
    occurred odds of off offense offensive offer offered offering offers office officer officers
    offices official officially officials often oil okay old older oldest on once one ones ongoing
    online only onstage onto open opened opening openly opens operating operation operative
    operatives opinion opponent opponents opportunities opportunity oppose opposed opposes
    opposing opposite opposition optimistic option options or order ordered ordinary organization
    organizations organize organized organizer organizers organizing original originally other
    others otherwise ought our ourselves out outcome outlets outrage outrageous outreach outright
    outside outsider outsiders over overall overcome overhaul overseas overwhelming overwhelmingly
    own owned owner owners owns pace pack package page pages paid painful pair panel paper parent
    parents part participants participate participation particular particularly parties partisan
    partly partner parts party pass passage passed passing passion passionate past pastor path
    pattern pay paying payments pays peace pending people per perceived percent percentage
    perception perfect perform performance performances performed perhaps period permanent
    persistent person personal personality personally personnel perspective persuade
    pharmaceutical phase philosophy phone photo photos phrase physical pic pick picked picking
    picture piece pitch pivot pivotal place placed places plan plane planet planning plans
    platform platforms play played player players playing plays pleaded please pledge pledged
    plenty plus podcast point pointed pointing points poised police policies policy political
    politically politician politicians politics poll polling polls pollster poor popular
    popularity population populist populous portrayed pose posed position positioned positions
    positive possibility possible possibly posted posts potent potential potentially poverty power
    powerful powers practice practices praise praised precedent precincts predict predicted
    predicting prefer preferred prepare prepared preparing presence present presented presents
    presidency presidential presidents pressed pressing pressure presumptive pretty prevent
    prevented previous previously price prices primaries primarily primary principle principles
    prior priorities priority prison private privately probably probe problem problems proceed
    process produce produced producing product production products professional professor profile
    profits profound program programs progress progressive progressives project projected projects
    prominent promise promised promises promising promote promoting prompted proof propaganda
    properly property proposal proposals proposed proposing prosecuted prosecution prosecutor
    prosecutors prospect prospects protect protected protecting protest protester protesters
    protests proud prove proved proven provide provided provides providing provision provisions
    provocative public publicly published pull pulled punch pundits punished purchase purpose
    pursue pursuing push pushed pushing put puts putting qualifications qualified quality quarter
    question questioned questioning questions quick quickly quiet quietly quit quite quo quote
    quoted race races racial racism racist radical radio raise raised raises raising rallies rally
    rallying rampant ran range rank ranks rape rapidly rapists rare rarely rate rates rather
    rating ratings rattled reach reached reaching reaction read readers reading reads ready real
    realistic reality realize really reason reasonable reasons recalled recalling receive received
    receiving recent recently recession recognition recognize recognized recommendation
    recommended record records recovery red reduce reduced reducing reelection reference
    referendum referred referring reflect reflected reflecting reflects reform reforms refugee
    refugees refusal refuse refused refusing regard regarding regardless regime region regional
    register registered registration regret regular regularly regulation regulations reiterated
    reject rejected rejection related relations relationship relationships relative relatively
    release released releasing relevant reliable reliably relief religion religious reluctant rely
    remain remained remaining remains remark remarkable remarks remember remembered reminded
    reminder reminding remove removed repeal repeat repeated repeatedly replace replaced
    replacement replied report reported reportedly reporter reporters reporting reports represent
    represented representing represents reputation request requested requests require required
    requirement requirements requires requiring researchers reserved residents resign resignation
    resistance resolution resolve resort resources respect respected respectively respects respond
    responded respondents responding response responses responsibility responsible rest restaurant
    restrictions result resulted results retail retain retired retirement return returned
    returning returns revealed revenue reversed review revolution rhetoric rich rid rigged right
    rights rise risen rising risk risks rival rivals road robust role roles roll rolled room roots
    rose roughly round route routinely row rule ruled rules ruling run running runs rural
    sacrifice sad safe safety said sale sales same sanctions sat satisfied save saved savings saw
    say saying says scale scandal scandals scared scenario scene scenes schedule scheduled school
    schools science scientist score scored scores scramble screening scrutiny search season seat
    seats second sector secure secured securing security see seeing seek seeking seeks seem seemed
    seemingly seems seen sees segment seized selected selection sell selling senator senators send
    sending senior sense sensitive sent sentence sentiment separate serial series serious
    seriously serve served server serves services serving session set sets setting settle seven
    several sexism sexual shape share shared shares sharing sharp sharply she shift shifted
    shifting shifts shock shocked shooting shootings shop short shortly shot shots should shouldn
    shouting show showed showing shown shows shut sick side sidelines sides sight sign signal
    signature signed significance significant significantly signs silence similar simple simply
    since single sister sit site sites sits sitting situation situations six sizable size
    skeptical skepticism skills slammed slightly slogan slot slow slowly small smaller smart so
    social socialist society soft soil sold soldiers solid solution solutions some somebody
    somehow someone something sometimes somewhat somewhere son sons soon sophisticated sorry sort
    sought sound sounded sounds source sources space speak speakers speaking speaks special
    specific specifically specifics speculation speech speeches speechwriter speed spend spending
    spent spirit split spoke spoken spokesman spokeswoman sponsor spot spotlight spread spring
    staff staffer staffers stage stake stakes stance stand standard standards standing stands star
    stark stars start started starting starts stated statement statements statewide stating
    station status stay stayed staying steady steel steep stem step stepped steps stick still
    stimulus stock stood stop stopped stopping stops stories story straight strategic strategies
    strategist strategists strategy streak stream streets strength strengthen stressed stretch
    strike striking string strong stronger strongest strongly struck structure struggle struggled
    struggles struggling stuck student students study stuff stump stupid style subject subsequent
    substantial substantive succeed succeeded success successes successful successfully successor
    such sudden suddenly sued suffered suggest suggested suggesting suggestion suggestions
    suggests suit summer summit superdelegate superdelegates support supported supporter
    supporters supporting supportive supports supposed sure surge surprise surprised surprising
    surprisingly surrogate surrogates surrounding survey surveyed surveys survive survived
    suspended sustained sway sweeping swept swing switch system systems table tackle tactics take
    taken takes taking talk talked talking talks tank tap target targeted targeting targets
    tariffs task tax taxes teachers teaching team tech technology telephone televised television
    tell telling tells temperament temporarily temporary tend tends tens tensions tenure term
    terms terrible territory terror terrorism terrorist terrorists test testimony testing tests
    text than thank thanked thanks that the theater their them theme themselves then theory there
    these they thing things think thinking thinks third this those though thought thoughts
    thousand thousands threat threatened threatening threats three threshold through throughout
    throw throwing thrown thus ticket tide tie tied ties tight time timing tired title titled to
    today together told tomorrow tone tonight too took tool top topic topics total totally touch
    touched tough tougher tour toward town track tracks trade traded trading tradition traditional
    traffic tragedy tragic trail trailing trails train training transcripts transform transgender
    transition travel traveled traveling treat treated treatment tremendous trend trial tribute
    tried tries trillion trip troops trouble true truly trust trusted truth try trying tuition
    turmoil turn turned turning turnout turns tweet tweeted tweeting tweets twice two type types
    typical typically ultimate ultimately unable unacceptable uncertain uncertainty unclassified
    unclear undecided under undermine understand understanding understands understood undocumented
    unemployment unfair unfit unify unifying unions unique unite unity universal universities
    unknown unless unlike unlikely unpopular unprecedented unqualified until unusual unusually up
    upcoming updated upon upset urban urged urging us use used user users uses using usual usually
    valuable value values variety various vast vastly version versus very veteran veterans vetted
    via viable vice victims victories victory video videos view viewed viewers views violated
    violation violations violence violent virtually visas vision visit visited visiting vital
    vocal voice voiced voices volunteer volunteers vote voted voter voters votes voting vowed
    vulnerable wage wages wait waiting wake walk walked walls want wanted wanting wants war
    warming warned warning wars was wasn watched watching water waterboarding wave way ways we
    weak weakness wealth wealthy weapon weapons wearing website websites week weekend weekly weeks
    weigh weight welcome welcomed welfare well went were weren what whatever when where whether
    which while whites who whoever whole whom whose why wide widely wider widespread wife wild
    will willing willingness win wind wing winner winners winning wins winter wise wish with
    within without witness woman women won wonder word words work worked worker workers working
    works world worldwide worried worries worry worse worst worth would wouldn wounded write
    writer writes writing written wrong wrote xenophobe xenophobic year years yes yesterday yet
    you young younger your yourself zero zone
    """
}
