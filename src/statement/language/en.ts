import { type SpeechLanguage, words } from './speech-language.ts'

/** English. */
export const ENGLISH: SpeechLanguage = {
  code: 'en',
  says: [
    ...words(`said says stated added adds declared declares replied responded explained explains insisted insists
      admitted admits emphasized emphasised emphasizes emphasises stressed stresses reiterated reiterates concluded concludes
      recalled recalls argued argues announced announces confirmed confirms denied denies acknowledged acknowledges conceded
      concedes complained complains joked quipped warned warns told claimed alleged asserted asserts maintained maintains
      remarked observed wrote writes tweeted asked asks continued countered retorted lamented boasted vowed cautioned noted
      underlined underscored suggested predicted predicts shouted exclaimed recounted testified clarified reasoned opined
      contended affirmed proclaimed cautions revealed revealed confessed pleaded mused summed shrugged laughed agreed
      commented disclosed reassured pledged estimated estimates hinted`),
    'pointed out',
    'points out',
    'went on',
    'goes on',
    'went on to say',
    'was quoted as saying',
    'were quoted as saying',
    'is quoted as saying',
    'is quoted by',
    'had this to say',
    'made clear',
    'makes clear',
    'made it clear',
    'has it',
    'put it',
    'summed up',
    'chimed in',
  ],
  maySay:
    words(`states claims reports tweets notes comments statements remarks reported posted answers answered recommends
    recommended concluded say tell claim add insist warn argue believe stress suggest
    deny confirm feared fears hopes hoped learned read reads ran`),
  voices:
    words(`highlights highlighted comments comment jokes quips exclaims laughs smiled smiles recalls elaborated elaborates
    enthused enthuses gushed teased raved remembers remembered reminisced reflected reflects muses whispered whispers yelled
    cried cries sighed grinned began begins finished offers offered thundered fumed blasted ranted tells told responds
    reads read interjected admits says said writes repeated repeats explained shared shares texted messaged posts captioned
    penned emailed sang chanted pressed promised vowed warned urged counters concurred chuckled snapped nodded
    expressed expresses praised joked hinted recommends advised advises stressed cautions tweets reports reported claims remarks
    notes noted concludes asserts stated states answered answers announced described describes detailed details written penned quoted
    bragged groaned screamed screams hollered howled deadpanned allowed ventured enthuses marvelled marveled lectured`),
  tells: words('told tells informed informs reminded assured'),
  thinks: words('believes believed thinks thought considers considered felt feels knows hopes hoped fears feared'),
  demands: [
    'called for',
    'calls for',
    'call for',
    'called on',
    'calls on',
    'called upon',
    'urged',
    'urges',
    'demanded',
    'demands',
    'ruled out',
    'rules out',
    'proposed',
    'appealed for',
    'appealed to',
    'promises',
    'promised',
    'vowed to',
    'pledged to',
    'claimed to',
    'claims to',
    'threatened to',
    'warned against',
    'warned of',
    'warns of',
    'spoke of',
    'complained of',
  ],
  participles: [
    ...words(
      'saying adding emphasizing emphasising stressing noting warning insisting claiming explaining arguing stating declaring reiterating recalling asserting telling suggesting admitting announcing acknowledging alleging writing remarking',
    ),
    'pointing out',
    'calling for',
    'calling instead for',
    'calling on',
    'urging',
    'demanding',
  ],
  tags: [],
  sources: [
    'according to',
    'in the opinion of',
    'in the view of',
    'in the words of',
    'as stated by',
    'as explained by',
    'as noted by',
  ],
  sourcesBehind: [],
  ownSources: [
    'in his opinion',
    'in her opinion',
    'in their opinion',
    'in his view',
    'in her view',
    'in their view',
    'in his words',
    'in her words',
    'in their words',
    'according to him',
    'according to her',
    'according to them',
  ],
  carriers: [
    'as reported by',
    'reported by',
    'as quoted by',
    'quoted by',
    'cited by',
    'as cited by',
    'citing',
    'quoting',
  ],
  interviews: [
    'interview with',
    'interview to',
    'interview for',
    'interview on',
    'speaking to',
    'speaking on',
    'comment to',
    'commentary to',
    'conversation with',
  ],
  occasions: [
    'during',
    'at a press conference',
    'at a news conference',
    'at a joint press conference',
    'at a press briefing',
    'at a briefing',
    'at the briefing',
    'at the press conference',
    'at the news conference',
    'at a meeting',
    'at a hearing',
    'at a rally',
    'at a conference',
    'at the conference',
    'in an interview',
    'in a statement',
    'in a speech',
    'in a post',
    'in a letter',
    'in an address',
    'in a video',
    'in a televised',
    'in remarks',
    'in comments',
    'on the sidelines',
    'in his speech',
    'in her speech',
    'after a meeting',
    'following a meeting',
    'before a meeting',
    'ahead of a meeting',
    'after talks',
    'speaking at',
    'speaking after',
    'speaking in',
  ],
  pointing: [],
  quoteSources: [],
  recounts: words('recalled recalls recalling recounted recounts remembered remembers reminded'),
  that: ['that', 'how', 'whether', 'why'],
  as: ['as', 'like'],
  he: ['he', 'his', 'him'],
  she: ['she', 'her'],
  they: ['they', 'their', 'them', 'it'],
  determiners: words(
    'the a an his her their its our one another some several many most two three four five six seven eight nine ten other these those both this all every each no few',
  ),
  links: words('of for at from'),
  prepositions: words(
    'in on by with to after before during since about against over under through into near around between among following amid despite without within until towards toward upon outside inside via per across behind beyond off ahead concerning regarding along like unlike',
  ),
  boundaries: words(
    'i we you that who whom whose which and but or so because as while when where although though if then than yet nor whether how why what unless after before since once',
  ),
  and: ['and', '&'],
  auxiliaries: words('has have had having did does do also later then previously recently earlier once again further'),
  passives: words('is are was were be been being am'),
  unreal: words(
    "would could should might may must can cannot will shall to not never neither nor didn't doesn't don't won't hasn't haven't hadn't wouldn't couldn't can't refused declined unable",
  ),
  adverbs: words(
    'also later then previously recently earlier once again further however meanwhile moreover furthermore additionally therefore still even just now only already instead too often always sometimes nevertheless today yesterday simply both all himself herself themselves itself first finally thus besides indeed perhaps reportedly yet soon afterwards meantime elsewhere maybe here there well yes no sure certainly',
  ),
  adverbEnding: 'ly',
  roles:
    words(`president vice-president minister secretary general secretary-general chief leader chancellor chairman chairwoman chair
    chairperson spokesman spokeswoman spokesperson spokespeople spokesmen mayor governor ambassador commander head director
    deputy premier king queen prince princess pope bishop archbishop cardinal patriarch priest pastor rabbi imam senator
    congressman congresswoman representative lawmaker mp mps envoy commissioner adviser advisor aide official officials officer
    officers analyst analysts expert experts economist economists professor scientist scientists researcher researchers
    historian lawyer lawyers attorney attorneys prosecutor prosecutors judge judges sheriff detective sergeant captain colonel
    lieutenant major admiral marshal coach manager player captain striker founder co-founder ceo cfo cto executive owner
    author writer editor journalist reporter activist activists politician candidate dictator ruler diplomat diplomats doctor doctors
    physician surgeon nurse teacher teachers headteacher principal student students resident residents neighbour neighbor
    neighbours neighbors witness witnesses source sources insider insiders critic critics supporter supporters opponents
    protester protesters farmer farmers fisherman worker workers employee employees father mother son daughter brother sister
    wife husband widow parents family relatives victim suspect defendant plaintiff actor actress singer musician artist
    guitarist drummer vocalist rapper dancer painter sculptor photographer filmmaker guitarists midfielder defender goalkeeper
    winger skipper quarterback pitcher golfer boxer cyclist swimmer sprinter jockey umpire referee manufacturer tester
    designer engineer architect astronaut pilot shopkeeper warden curator librarian conductor superintendent
    firefighter firefighters paramedic inspector investigators investigator policeman policewoman trustee treasurer
    counsel legislator legislators delegate speaker whip undersecretary attache consul regulator regulators organizer
    organiser organisers organizers volunteer volunteers scholar rector chef entrepreneur investor investors broker trader
    strategist consultant veteran soldier soldiers pensioner passenger passengers customer customers fan fans user users
    veterinarian biologist physicist chemist geologist meteorologist forecaster forecasters psychologist astronomer ecologist
    campaigner campaigners presenter host comedian director-general co-author coordinator administrator partner president-elect sen rep gov gen lt col sgt capt cpl adm rev prof supt cllr councillor councilman councilwoman`),
  broadRoles: words('leader representative official politician head chief diplomat minister president officer'),
  organisations:
    words(`ministry ministries government administration department office agency bureau police court tribunal parliament
    senate congress council commission committee party army military forces force navy union company firm corporation bank group
    association federation foundation institute university college school hospital church club team service services authority
    authorities board kremlin pentagon embassy cabinet alliance bloc organisation organization network society centre center
    fund exchange chamber assembly inspectorate watchdog charity regulator coalition opposition command staff prosecutors
    airline operator manufacturer brigade directorate secretariat presidency consulate mission delegation nato eu un house museum
    inc ltd corp llc plc gmbh campaign nations states commune prefecture municipality study studies survey paper article indictment complaint lawsuit filing filings ruling`),
  media: words(
    'media newspaper newspapers agency agencies outlet outlets magazine broadcaster channel station tabloid daily weekly reporters journalists podcast press programme website portal news times radio tv television journal gazette courier herald tribune post',
  ),
  documents: words('report statement document letter text communique communiqué release message post note memo'),
  places:
    words(`washington moscow kyiv kiev london paris berlin beijing brussels ukraine russia germany france poland china britain
    england america israel iran turkey italy spain japan india canada australia brazil mexico egypt sweden norway finland denmark
    austria hungary romania bulgaria greece serbia belarus moldova georgia lithuania latvia estonia tehran ankara warsaw rome
    madrid tokyo delhi ottawa budapest vienna geneva europe scotland wales ireland netherlands belgium switzerland portugal syria iraq
    lebanon jordan qatar pyongyang seoul taipei taiwan`),
  particles: words("von van der de la le du del di da bin al el ibn ter den dos das e y zu af d' mac ap st"),
  honorificsHe: words('mr sir lord king prince father brother'),
  honorificsShe: words('mrs ms miss lady queen princess dame sister mme'),
  weekdays: words('sunday monday tuesday wednesday thursday friday saturday'),
  today: ['today', 'tonight'],
  yesterday: ['yesterday'],
  labels: {
    quote: ['quote', 'quotes', 'direct quote', 'literally', 'verbatim', 'quote from'],
    source: ['source', 'sources'],
    details: ['details', 'detail', 'in detail'],
    background: ['background', 'previously', 'reminder', 'what preceded', 'for reference', 'context'],
  },
  verbEndings: [
    's',
    'ed',
    'took',
    'gave',
    'held',
    'met',
    'found',
    'left',
    'made',
    'went',
    'came',
    'saw',
    'put',
    'set',
    'began',
    'kept',
    'sent',
    'won',
    'lost',
  ],
  capitalNouns: false,
  genitivePlaces: false,
  compounds: false,
  dropsThat: 'plain',
  verbFirst: false,
  dropsSubject: false,
  speechMarks: 'quotes',
}
