/** Words that say nothing of an event, folded as by splitStoryWords: the small words of each language, and those of reporting. */
const lists: readonly string[] = [
  `a about above after again against all also am an and any are as at be because been before being below between both but
  by can could did do does doing down during each few for from further had has have having he her here hers him himself his
  how i if in into is it its itself just like may me might more most must my no nor not now of off on once only or other
  our out over own same she should so some such than that the their them then there these they this those through to too
  under until up us very was we were what when where which while who whom why will with would you your said says say told
  according one two three new year years day days week month time last first next people monday tuesday wednesday
  thursday friday saturday sunday mr mrs ms dr dont doesnt didnt isnt wasnt cant wont its ive im`,
  `der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis durch fur gegen in
  im ins ist sind war waren wird werden wurde wurden hat haben hatte hatten ich er sie es wir ihr man mit nach nicht noch
  nur ob ohne sich so uber um unter vom von vor wahrend wegen weil wenn wie wieder zu zum zur zwischen dass sein seine
  seinen seiner ihre ihren ihrer mehr schon sehr kann konnen soll sollen muss sagte erklarte teilte mit`,
  `le la les l un une des du de d et ou mais aussi comme au aux a en dans par pour sur sous avec sans entre contre est sont
  etait etaient sera ont avait avoir etre ce cet cette ces il elle ils elles on nous vous que qui quoi dont ne pas plus
  moins tres se sa son ses leur leurs fait faire apres avant depuis selon dit declare`,
  `i w we z ze na do od o u po za przed przy dla bez przez pod nad oraz lub ale jak jako nie tak to ten ta te tego tej tym
  tych jest sa byl byla bylo byly bedzie moze sie ich jego jej jest co kto ktory ktora ktore ktorych juz tylko takze
  powiedzial powiedziala`,
  `і й та в у на з із зі до від за по про для при під над між без через як що це цей ця ці цього не ні так але або чи він
  вона воно вони ми ви його її їх є був була було були буде будуть може має який яка яке які яких також вже ще лише тільки
  щоб коли після перед сказав сказала заявив заявила повідомив`,
  `и в во на с со к ко от из за по о об про для при под над между без через как что это этот эта эти этого не ни так но а
  или ли он она оно они мы вы его её ее их есть был была было были будет будут может который которая которое которые
  которых также уже еще ещё лишь только чтобы когда после перед сказал сказала заявил заявила сообщил`,
]

const words: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(/\s+/)))

/** @param word folded */
export function isStopWord(word: string): boolean {
  return words.has(word)
}
