import { inflect, type SpeechLanguage, words } from './speech-language.ts'

const PAST = 'ł ła ło li ły'

/** Polish. */
export const POLISH: SpeechLanguage = {
  code: 'pl',
  says: [
    ...inflect(
      `powiedzia oświadczy doda podkreśli zaznaczy stwierdzi wyjaśni poinformowa zapewni przyzna ostrzeg ostrzega twierdzi napisa odpowiedzia
      przypomnia zauważy ogłosi zapowiedzia potwierdzi relacjonowa mówi tłumaczy przekona skomentowa podsumowa oceni uzna przekaza
      wskaza zaapelowa zaprzeczy obieca wspomina zastrzeg argumentowa dodawa`,
      PAST,
    ),
    ...words(`powiedzieli stwierdzili mówi mówią twierdzi twierdzą dodaje podkreśla zaznacza wyjaśnia informuje informują zapewnia przyznaje
      ostrzega ostrzegają pisze odpowiada przypomina zauważa ogłasza zapowiada potwierdza relacjonuje tłumaczy przekonuje komentuje
      podsumowuje ocenia oceniają wskazuje opowiada przekazuje poinformowali powiedział powiedziała`),
  ],
  maySay: words('uważa uważają sądzi myśli'),
  voices: words(
    'żartuje żartował zażartował zażartowała pyta pytał zapytał zapytała wspomina śmieje uśmiecha apeluje radzi skarży cieszy zwraca wezwał wezwała',
  ),
  tells: [],
  thinks: words('uważa uważają sądzi myśli wierzy liczy spodziewa'),
  demands: [
    'wezwał do',
    'wezwała do',
    'wezwali do',
    'wzywa do',
    'zaapelował o',
    'zaapelowała o',
    'apeluje o',
    'domaga się',
    'zażądał',
    'zażądała',
    'obiecał',
    'obiecała',
  ],
  participles: words('dodając podkreślając zaznaczając wyjaśniając zapewniając przypominając'),
  tags: [],
  sources: ['według', 'zdaniem', 'w opinii', 'w ocenie', 'jak podaje', 'z relacji'],
  sourcesBehind: [],
  ownSources: [
    'jego zdaniem',
    'jej zdaniem',
    'ich zdaniem',
    'według niego',
    'według niej',
    'w jego opinii',
    'w jej opinii',
    'w jego ocenie',
    'w jej ocenie',
  ],
  carriers: [
    'cytowany przez',
    'cytowana przez',
    'jak podaje',
    'jak podała',
    'jak podał',
    'podaje',
    'powołując się na',
    'za pośrednictwem',
    'cytuje',
  ],
  interviews: ['wywiadzie dla', 'rozmowie z', 'wywiadzie udzielonym', 'na antenie', 'komentarzu dla'],
  occasions: [
    'podczas',
    'w trakcie',
    'na konferencji prasowej',
    'na briefingu',
    'w wywiadzie',
    'w rozmowie',
    'po spotkaniu',
    'w oświadczeniu',
    'w przemówieniu',
    'na spotkaniu',
    'na posiedzeniu',
    'w komunikacie',
  ],
  pointing: ['o tym', 'to'],
  quoteSources: [],
  recounts: words('przypomniał przypomniała wspominał wspominała'),
  that: words('że iż żeby aby'),
  as: words('jak'),
  he: words('on jego'),
  she: words('ona jej'),
  they: words('oni one ich'),
  determiners: words(
    'jego jej ich mój ten ta to ci te tamten jeden jedna dwaj dwie trzej trzy kilku kilka niektórzy inny inna wszyscy nasz',
  ),
  links: [],
  prepositions: words(
    'w we na z ze do od dla za o po pod nad przy przed przez bez między wśród wobec przeciw u ku podczas według',
  ),
  boundaries: words(
    'ja my wy że iż żeby aby który która które którzy którego ale a i oraz lub albo gdy kiedy jeśli bo ponieważ choć gdzie jak więc',
  ),
  and: words('i oraz'),
  auxiliaries: words('również także wcześniej potem później znowu jeszcze już też wtedy się'),
  passives: words('został została zostało zostali było'),
  unreal: words('nie ani by mógł mogła może mogą powinien musi nigdy trzeba'),
  adverbs: words(
    'również także wcześniej potem później znowu jeszcze już też wtedy jednak tymczasem natomiast ponadto poza dziś dzisiaj wczoraj niedawno wyraźnie stanowczo następnie zarazem jednocześnie dalej',
  ),
  roles: [
    ...inflect(
      'prezydent premier minister generał kanclerz burmistrz gubernator ambasador dyrektor senator ekspert profesor adwokat prokurator trener kapitan przywódc szef wójt wojewod marszałek rektor pułkownik komendant pełnomocnik rzecznik prezes sekretarz lekarz historyk analityk ekonomist dziennikarz świadek mieszkaniec lider polityk urzędnik naukowiec',
      '- a owi em y i ów om ami u ka ki',
    ),
    ...words(`ministra ministrem ministry ministerka wiceminister wicepremier wiceprezydent rzeczniczka rzeczniczki posłanka poseł posła posłowie dyrektorka szefowa szefowej lekarka
      nauczyciel nauczycielka mieszkanka mieszkańcy mieszkańców rzecznika świadkowie eksperci ekspertów analitycy źródła źródło źródeł strażak strażacy policjant policjanci przewodniczący przewodniczącego
      przewodnicząca przedstawiciel przedstawicielka przedstawiciele główny generalny papież biskup kardynał król królowa piekarz doradca doradczyni założyciel założycielka właściciel właścicielka autor autorka sołtys wojewoda przywódca starosta radna radny komisarz badacz badaczka badacze`),
  ],
  broadRoles: words(
    'przywódca lider szef szefowa polityk urzędnik dyplomata prezydent minister przedstawiciel przewodniczący',
  ),
  organisations:
    words(`ministerstwo ministerstwa mon msz mswia rząd rządu policja policji sąd sądu parlament sejm senat rada rady komisja komisji partia armia wojsko
    służba służby sztab urząd urzędu uniwersytet instytut firma firmy spółka bank agencja administracja kreml kremla prokuratura prokuratury
    ambasada organizacja związek biuro departament ratusz straż fundacja stowarzyszenie dowództwo pentagon szpital klub nato onz ue imgw gddkia`),
  media: words('media mediów gazeta gazety agencja telewizja portal radio dziennik tygodnik dziennikarze'),
  documents: words('oświadczenie oświadczeniu komunikat komunikatu komunikacie raport raportu dokument list wpis'),
  places:
    words(`polska polski ukraina ukrainy rosja rosji francja francji niemcy niemiec usa brytanii wielkiej chin europy turcji węgier białorusi kijów kijowa moskwa moskwy
    waszyngton londyn paryż bruksela warszawa warszawy berlin izraela iranu japonii kanady litwy łotwy estonii rumunii czech słowacji szwecji finlandii`),
  particles: words('von van der de la al'),
  honorificsHe: words('pan pana'),
  honorificsShe: words('pani panią'),
  weekdays: words(
    'niedziela|niedzielę|niedzieli poniedziałek|poniedziałku wtorek|wtorku środa|środę|środy czwartek|czwartku piątek|piątku sobota|sobotę|soboty',
  ),
  today: ['dziś', 'dzisiaj'],
  yesterday: ['wczoraj'],
  labels: {
    quote: ['cytat', 'dosłownie'],
    source: ['źródło'],
    details: ['szczegóły'],
    background: ['tło', 'kontekst', 'przypomnijmy'],
  },
  verbEndings: ['ał', 'ała', 'ali', 'ało', 'ił', 'iła', 'ili'],
  capitalNouns: false,
  genitivePlaces: true,
  compounds: false,
  dropsThat: 'never',
  verbFirst: true,
  dropsSubject: true,
  speechMarks: 'dashes',
}
