/** Month names as articles print them, nominative and genitive, whole and shortened, by language. */
const NAMES: readonly string[] = [
  // English
  'january february march april may june july august september october november december',
  'jan feb mar apr - jun jul aug sep oct nov dec',
  '- - - - - - - - sept - - -',
  // German
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jän feb mär apr mai jun jul aug sep okt nov dez',
  'jänner feber maerz - - - - - - - - -',
  // French
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'janv févr - avr - - juil - - - - déc',
  '- fevrier - - - - - aout - - - decembre',
  // Spanish, Portuguese, Italian
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene - - abr - - - ago - - - dic',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  '- fev - - mai - - - set out - dez',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'gen - - - mag giu lug - - ott - -',
  // Dutch, Danish, Norwegian, Swedish
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januar februar marts april maj juni juli august september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar mars april mai juni juli august september oktober november desember',
  // Polish, Czech
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
  'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  // Ukrainian, Russian, Belarusian
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
  'січ лют бер квіт трав черв лип серп вер жовт лист груд',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'янв фев мар апр мая июн июл авг сен окт ноя дек',
  '- - - - - - - - сент - нояб -',
  // Lithuanian, Latvian, Estonian, Finnish
  'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
  'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  // Romanian, Turkish, Hungarian
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'január február március április május június július augusztus szeptember október november december',
]

/** Lower-case name to the month, 1 to 12. */
export const MONTHS_BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((row) => row.split(' ').map((name, index): [string, number] => [name, index + 1])).filter(
    ([name]) => name !== '-',
  ),
)
