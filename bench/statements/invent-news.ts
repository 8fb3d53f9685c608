import type { SpokenText } from '../../src/statement/extract-statements.ts'
import { spokenText } from '../../test/statement/spoken-text.ts'
import { loadStatementCases } from '../../test/statement/statement-cases.ts'

/** What news prints between its quotations. */
const PLAIN: Readonly<Record<string, string>> = {
  en: 'The bridge across the Ostrel was built in 1961 and carries about nine thousand cars a day. Two of its four lanes have been closed since the flood of last autumn, when the water took a pier away and left the deck hanging over the river. Repairs were to begin in spring; the contract, worth eleven million crowns, went to a firm from Korvyn that has never built anything longer than a footpath. Buses take the long way round, and the harbour has lost a third of its trade.',
  de: 'Die Brücke über die Ostrel wurde 1961 gebaut und trägt täglich etwa neuntausend Wagen. Zwei der vier Spuren sind seit dem Hochwasser vom vergangenen Herbst gesperrt, als das Wasser einen Pfeiler mitriss und die Fahrbahn über dem Fluss hängen blieb. Die Reparatur sollte im Frühjahr beginnen; den Auftrag über elf Millionen Kronen erhielt eine Firma aus Korvingen, die bisher nur Fußwege gebaut hat. Busse nehmen den langen Umweg, der Hafen verlor ein Drittel seines Handels.',
  fr: 'Le pont sur l’Ostrel a été construit en 1961 et porte chaque jour près de neuf mille voitures. Deux de ses quatre voies sont fermées depuis la crue de l’automne dernier, quand l’eau a emporté une pile et laissé le tablier au-dessus du fleuve. Les travaux devaient commencer au printemps ; le marché, d’un montant de onze millions de couronnes, est allé à une entreprise de Korvin qui n’a bâti que des sentiers. Les bus font le grand tour et le port a perdu un tiers de son commerce.',
  uk: 'Міст через Острель збудували 1961 року, щодня ним проїжджає близько девʼяти тисяч машин. Дві з чотирьох смуг закриті від осінньої повені, коли вода забрала одну опору й полотно зависло над річкою. Ремонт мав початися навесні; підряд на одинадцять мільйонів крон дістався фірмі з Корвина, яка досі будувала лише стежки. Автобуси їдуть довгим обʼїздом, а порт втратив третину торгівлі.',
  ru: 'Мост через Острель построили в 1961 году, каждый день по нему проезжает около девяти тысяч машин. Две из четырёх полос закрыты после осеннего паводка, когда вода унесла одну опору и полотно повисло над рекой. Ремонт должен был начаться весной; подряд на одиннадцать миллионов крон достался фирме из Корвина, которая до сих пор строила только дорожки. Автобусы едут длинным объездом, а порт потерял треть торговли.',
  pl: 'Most przez Ostrel zbudowano w 1961 roku i codziennie przejeżdża nim około dziewięciu tysięcy samochodów. Dwa z czterech pasów są zamknięte od jesiennej powodzi, gdy woda zabrała jeden filar i jezdnia zawisła nad rzeką. Remont miał się zacząć wiosną; kontrakt za jedenaście milionów koron dostała firma z Korwina, która dotąd budowała tylko ścieżki. Autobusy jadą długim objazdem, a port stracił trzecią część handlu.',
}

/** The invented cases as articles: each paragraph with speech among two without. */
export function inventNews(language: string): readonly SpokenText[] {
  const plain = PLAIN[language] ?? ''
  return loadStatementCases(language).map(({ title, paragraphs }) => {
    const mixed = paragraphs.flatMap((paragraph) => [plain, paragraph, plain])
    return spokenText(mixed, language, title)
  })
}
