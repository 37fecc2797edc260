extension Lexicon {
  /// Regular verbs of speech by what they can take.
  static let cueLemmas: [(StaticString, WordClass)] = [
    (
      """
      say add claim argue insist note stress state allege maintain admit acknowledge concede contend
      assert declare announce predict explain recall reply respond conclude observe remark complain
      suggest emphasize emphasise underline underscore reiterate testify estimate affirm
      """, .sayCue
    ),
    (
      """
      warn confirm report reveal disclose deny repeat mention comment pledge vow promise agree
      caution charge clarify indicate hint imply inform assure remind convince demand propose
      recommend request urge advise ask answer question wonder write tweet retweet post boast brag
      joke quip lament gripe gush sigh shout yell scream whisper mutter murmur exclaim cry snap
      retort counter rejoin interject interrupt muse opine posit postulate profess proclaim
      pronounce describe elaborate recount relate signal stipulate summarize vent voice volunteer
      chime crow deadpan fume grumble howl implore intone laugh marvel moan plead protest rant
      rejoice roar scoff sneer snort sob stammer swear thunder venture wail cite joke chuckle
      continue read echo detail specify express apologize demur allow confide disagree thank quote
      outline appeal instruct order refute reaffirm reassure email
      """, .thatCue
    ),
    ("tell inform remind assure notify", .tellCue),
    (
      """
      call accuse blame brand criticize criticise praise label slam blast condemn denounce dismiss
      hail mock ridicule deride rip dub describe portray characterize characterise attack
      challenge defend refer tout urge vow object scold chide rebuke lambaste decry
      assail berate trash taunt compare applaud laud welcome reject dispute invoke offer
      """, .quoteCue
    ),
    ("believe think feel hope fear expect worry doubt consider assume suspect", .thinkCue),
    ("reckon figure", .thinkCue),
  ]

  /// Forms that the rules of spelling do not give, and cues of two words by their verb.
  static let irregularForms: [(StaticString, WordClass)] = [
    ("said", [.sayCue, .pastForm]),
    ("says saith", [.sayCue, .presentForm]),
    ("told", [.tellCue, .pastForm]),
    ("wrote written", [.thatCue, .pastForm]),
    ("read", [.thatCue, .pastForm, .presentForm]),
    ("swore sworn", [.thatCue, .pastForm]),
    ("thought felt", [.thinkCue, .pastForm]),
    ("went", [.particleCue, .pastForm]),
    ("goes go", [.particleCue, .presentForm]),
    ("going", [.particleCue, .participle]),
    ("pointed", [.particleCue, .pastForm]),
    ("points point", [.particleCue, .presentForm]),
    ("pointing", [.particleCue, .participle]),
    ("shot fired", [.particleCue, .pastForm]),
    ("began put", [.quoteCue, .pastForm]),
    ("according", .according),
    (
      """
      statement statements message messages address letter letters report reports note memo
      memorandum declaration resolution document documents decree order orders ruling text tweet
      tweets post posts article articles editorial op-ed email emails e-mail filing complaint
      indictment affidavit transcript survey poll study survey communique communiqué treaty bill
      law paper release lawsuit book memoir column story blog caption sign testimony
      """, .document
    ),
    (
      """
      interview interviews briefing conference statement statements speech speeches address post
      posts note letter letters message messages article op-ed tweet tweets comment comments remark
      remarks testimony hearing rally press reporters journalists news television radio show program
      programme email emails e-mail call meeting summit session debate forum event ceremony podcast
      broadcast newspaper magazine agency channel blog column editorial memo report video town
      appearance telegram facebook twitter instagram
      """, .venue
    ),
    (
      """
      claim claims assertion argument allegation suggestion belief hope hopes fear fears concern
      concerns confidence promise pledge warning announcement statement notion insistence conviction
      accusation accusations contention conclusion admission assurance assurances regret readiness
      doubt doubts view opinion idea
      """, .speechNoun
    ),
    (
      """
      reuters reporters journalists cnn fox msnbc nbc abc cbs npr bbc tass sputnik interfax xinhua
      afp ap politico bloomberg newsweek huffpost huffington breitbart newsmax lawmakers audience
      crowd supporters voters viewers listeners delegates
      """, .media
    ),
  ]
}
