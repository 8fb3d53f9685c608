/** Names of weekdays and months as printed, and as they stand after a number or "on"; one day or month a line. */
const WEEKDAYS = `Monday Montag lundi poniedziałek понеділок понеділка понедельник понедельника
Tuesday Dienstag mardi wtorek вівторок вівторка вторник вторника
Wednesday Mittwoch mercredi środa środę середа середу среда среду
Thursday Donnerstag jeudi czwartek четвер четверга четверг
Friday Freitag vendredi piątek пʼятниця пʼятницю п'ятниця п'ятницю п’ятниця п’ятницю пятница пятницу
Saturday Samstag Sonnabend samedi sobota sobotę субота суботу суббота субботу
Sunday Sonntag dimanche niedziela niedzielę неділя неділю воскресенье`
const MONTHS = `January Jan Januar janvier styczeń stycznia січень січня январь января
February Feb Februar février luty lutego лютий лютого февраль февраля
March März mars marzec marca березень березня март марта
April avril kwiecień kwietnia квітень квітня апрель апреля
May Mai mai maj maja травень травня май мая
June Juni juin czerwiec czerwca червень червня июнь июня
July Juli juillet lipiec lipca липень липня июль июля
August Aug août sierpień sierpnia серпень серпня август августа
September Sept septembre wrzesień września вересень вересня сентябрь сентября
October Oct Oktober octobre październik października жовтень жовтня октябрь октября
November Nov novembre listopad listopada листопад листопада ноябрь ноября
December Dec Dezember décembre grudzień grudnia грудень грудня декабрь декабря`

const weekdays = byForm(WEEKDAYS)
const months = byForm(MONTHS)

/** Which day of the week a word names, from 0; the case of its letters counts ("mars" is a month, "Mars" is none). */
export function weekdayOf(printed: string): number | undefined {
  return weekdays.get(printed)
}

/** Which month a word names, from 0. */
export function monthOf(printed: string): number | undefined {
  return months.get(printed)
}

function byForm(lines: string): ReadonlyMap<string, number> {
  return new Map(lines.split('\n').flatMap((line, at) => line.split(' ').map((form) => [form, at] as const)))
}
