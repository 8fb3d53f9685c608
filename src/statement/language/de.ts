import { type SpeechLanguage, words } from './speech-language.ts'

/** German. */
export const GERMAN: SpeechLanguage = {
  code: 'de',
  says: words(`mitteilte mitteilten beklagte beklagten bedauerte schilderte schildert spottete wetterte beschwichtigte appellierte monierte moniert zeigte sagte sagten sagt sagen erklärte erklärten erklärt betonte betonten betont teilte teilten warnte warnten warnt
    kündigte kündigten meinte meinten meint behauptete behaupteten behauptet bestätigte bestätigten bestätigt ergänzte
    ergänzten ergänzt fügte berichtete berichteten berichtet schrieb schrieben schreibt erläuterte erläutert antwortete
    antwortet entgegnete unterstrich bekräftigte bekräftigten bekräftigt versicherte versichert beteuerte kritisierte
    kritisierten kritisiert mahnte mahnt klagte klagt räumte äußerte argumentierte argumentiert urteilte lobte lobt
    konstatierte prophezeite prognostizierte verkündete verkündet witzelte scherzte fragte fragt resümierte hob wies
    stellte versprach gesagt erklärt betont bekräftigt geschrieben berichtet mitgeteilt`),
  maySay: words('sieht findet glaubt hofft rät spricht'),
  voices: words(
    'sagte lacht schmunzelt erinnert erzählt erzählte freut rief ruft schwärmt schwärmte fordert forderte verlangte gab gibt zitiert lautete heißt erwiderte meldete',
  ),
  tells: [],
  thinks: words('glaubte glaubt denkt hält findet hofft hoffte befürchtet befürchtete'),
  demands: words('forderte forderten fordert verlangte verlangten verlangt versprach verspricht'),
  participles: [],
  tags: ['so'],
  sources: [
    'laut',
    'nach angaben',
    'nach worten',
    'nach den worten',
    'nach ansicht',
    'nach meinung',
    'nach aussage',
    'nach einschätzung',
    'aus sicht',
  ],
  sourcesBehind: ['zufolge'],
  ownSources: [
    'seiner meinung nach',
    'ihrer meinung nach',
    'seiner ansicht nach',
    'ihrer ansicht nach',
    'ihm zufolge',
    'ihr zufolge',
    'seinen worten zufolge',
    'nach seinen worten',
    'nach ihren worten',
    'nach seiner ansicht',
    'nach ihrer ansicht',
  ],
  carriers: ['wie die agentur', 'zitiert von', 'unter berufung auf', 'berichtet von'],
  interviews: [
    'interview mit',
    'gespräch mit',
    'im interview der',
    'interview der',
    'gegenüber',
    'sagte der zeitung',
    'im gespräch mit',
  ],
  occasions: [
    'während',
    'bei einer pressekonferenz',
    'auf einer pressekonferenz',
    'bei der pressekonferenz',
    'in einem interview',
    'im interview',
    'bei einem besuch',
    'bei einem treffen',
    'nach einem treffen',
    'in einer rede',
    'in einer erklärung',
    'in einer mitteilung',
    'am rande',
    'nach dem treffen',
    'bei einer veranstaltung',
    'vor journalisten',
  ],
  pointing: ['das', 'dies'],
  quoteSources: [],
  recounts: words('erinnerte erinnert'),
  that: words('dass daß'),
  as: ['wie'],
  he: words('er sein seine seiner seinen ihm'),
  she: words('sie ihr ihre ihrer ihren'),
  they: words('sie ihre ihrer es'),
  determiners: words(
    'der die das den dem des ein eine einer eines einem einen dieser diese dieses diesen diesem jener jene jenen kein keine keinen keiner jeder jede jeden jedes zwei drei mehrere viele einige sein seine ihr ihre beide',
  ),
  links: words('der des von für beim im am vom aus'),
  prepositions: words(
    'in an auf bei mit nach seit zu zum zur über unter vor hinter neben zwischen gegen ohne um durch während wegen trotz per ab bis laut gegenüber ins ans',
  ),
  boundaries: words(
    'ich wir dass daß weil wenn als ob obwohl aber und oder sondern denn doch welche welcher wobei wo wer was nachdem bevor damit sowie während',
  ),
  and: words('und sowie'),
  auxiliaries: words('hat hatte haben hatten habe zuvor zudem außerdem später ebenfalls weiter'),
  passives: words('wird wurde wurden werden worden sei ist war sind waren'),
  unreal: words(
    'würde würden könnte könnten soll sollte sollen nicht nie niemals kein keine will wollte muss müsste wollten zu',
  ),
  adverbs: words(
    'auch zudem außerdem dann später zuvor ferner weiter dabei jedoch allerdings dagegen hingegen unterdessen daraufhin demnach schließlich heute gestern nun noch selbst ebenfalls ausdrücklich deutlich erneut zugleich gleichzeitig mit hinzu',
  ),
  roles:
    words(`angeklagte angeklagter angeklagten zeuge zeugin verteidiger verteidigerin nachbar nachbarin anwohner anwohnerin präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler minister ministerin außenminister außenministerin
    premier premierminister ministerpräsident ministerpräsidentin regierungschef regierungschefin staatschef generalsekretär
    generalsekretärin sprecher sprecherin chef chefin vorsitzender vorsitzende vorsitzenden leiter leiterin direktor direktorin
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin botschafter botschafterin general
    kommandeur experte expertin experten forscher forscherin forschern wissenschaftler wissenschaftlerin professor professorin
    analyst analystin analysten ökonom ökonomin ökonomen anwalt anwältin staatsanwalt staatsanwältin richter richterin trainer
    trainerin kapitän spieler spielerin gründer gründerin geschäftsführer geschäftsführerin vorstand beamter beamte beamten
    zeuge zeugin zeugen anwohner anwohnerin bewohner bewohnerin insider kritiker politiker politikerin abgeordnete abgeordneter
    senator senatorin sekretär sekretärin berater beraterin beauftragte beauftragter vertreter vertreterin lehrer lehrerin
    schüler arzt ärztin pfarrer bischof kardinal papst könig königin dekan rektor rektorin intendant autor autorin redakteur
    journalist journalistin historiker historikerin soldat soldaten bauer landwirt wirt wirtin kreise inhaber inhaberin
    führer machthaber kommissar kommissarin kommissionspräsidentin kommissionspräsident`),
  broadRoles: words(
    'politiker politikerin vertreter vertreterin chef chefin minister ministerin präsident präsidentin staatschef regierungschef',
  ),
  organisations:
    words(`ministerium ministeriums amt amtes behörde behörden regierung polizei gericht gerichts bundesgericht armee partei kommission rat
    parlament unternehmen konzern firma verband verein gewerkschaft universität institut klinik krankenhaus feuerwehr bank
    staatsanwaltschaft botschaft kreml stadtverwaltung verwaltung stiftung agentur organisation bündnis allianz präsidium
    direktion dienst stab generalstab bundeswehr fraktion opposition vorstand wetterdienst kanzlei senat leitstelle nato eu uno`),
  media: words(
    'medien zeitung sender nachrichtenagentur agentur magazin rundfunk portal blatt medienbericht medienberichten',
  ),
  documents: words('bericht erklärung mitteilung dokument papier schreiben stellungnahme'),
  places: words(
    'berlin moskau kiew kyjiw washington paris london brüssel peking russland ukraine deutschland frankreich polen china israel iran türkei österreich schweiz warschau wien bern',
  ),
  particles: words('von van der de la zu vom zum di da bin al'),
  honorificsHe: words('herr herrn'),
  honorificsShe: words('frau'),
  weekdays: words(
    'sonntag|sonntagabend montag|montagabend dienstag|dienstagabend mittwoch|mittwochabend donnerstag|donnerstagabend freitag|freitagabend samstag|sonnabend|samstagabend',
  ),
  today: ['heute'],
  yesterday: ['gestern'],
  labels: {
    quote: ['zitat', 'wörtlich', 'im wortlaut'],
    source: ['quelle'],
    details: ['details', 'einzelheiten'],
    background: ['hintergrund', 'vorgeschichte'],
  },
  verbEndings: [],
  capitalNouns: true,
  genitivePlaces: false,
  compounds: true,
  dropsThat: 'after-comma',
  verbFirst: true,
  dropsSubject: false,
  speechMarks: 'quotes',
}
