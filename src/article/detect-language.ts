/** Small words that stand in every text of a language and seldom in another, for the languages the small test tells apart. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that was for with on as by at from it are has have not this be',
  de: 'der die und das den von ist mit des dem nicht ein eine auch sich auf für hat wird im',
  fr: 'le la les et des du une est dans que qui pour pas sur avec au ce il sont par plus',
  es: 'el los las del una que por con para es se su como más pero fue lo al este han',
  it: 'il di che la è per una con non del della sono nel gli dei alla ha da più come',
  pt: 'o os da do em um uma que não com para por mais como dos foi ao pelo são das',
  nl: 'de het een van en is dat niet op te zijn met voor die aan er ook als naar door',
  pl: 'i w na z się nie że do jest to jak o przez po dla oraz od za ale są',
  cs: 'se na je že v to s z by který pro jsou ale do po jako za podle byl také',
  sv: 'och att det som en är på för med av inte till den har ett de om var från',
  da: 'og at det er en til på som med for ikke af den har de et fra var også om',
  no: 'og det er som på en til å for ikke med av at har de et fra var også om',
  fi: 'ja on ei että se oli hän mutta myös ovat kun niin joka mukaan kuin ole',
  ro: 'și de la în a cu pe din care nu este pentru un o mai au fost prin sunt',
  tr: 've bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne',
  hu: 'a az és hogy nem is egy meg volt csak de már mint ez azt el',
  uk: 'та що не на з до у в за про як від для це і є також але після під який року',
  ru: 'и в не на что с по как это из за от для его о также но был было года который',
  be: 'і ў не на што з да па як гэта для ад аб але таксама быў',
  bg: 'и на да се за от не е с че по са като в това ще към след',
  sr: 'је и у на да се за од са не који су што као али',
}
const WORD_SETS = Object.entries(WORDS).map(([language, words]): [string, ReadonlySet<string>] => [
  language,
  new Set(words.split(' ')),
])
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
]
/** Code units looked at: enough to be sure, few enough to be quick. */
const SAMPLE_LENGTH = 4000
/** Fewer small words than this prove nothing against what the page declares. */
const MIN_EVIDENCE = 4

/** ISO 639-1: what the page declares, unless its words plainly say another. */
export function detectLanguage(text: string, declared: string | undefined): string | undefined {
  const claimed = /^([a-z]{2})(?![a-z])/i
    .exec(declared ?? '')?.[1]
    ?.toLowerCase()
    .replace('nb', 'no')
    .replace('nn', 'no')
  const sample = text.slice(0, SAMPLE_LENGTH).toLowerCase()
  const script = languageOfScript(sample)
  if (script !== undefined) return claimed !== undefined && isOfScript(claimed, script) ? claimed : script
  const scores = scoreWords(sample)
  const [best, count] = [...scores].sort((one, other) => other[1] - one[1])[0] ?? ['', 0]
  if (count < MIN_EVIDENCE) return claimed
  // Neighbours such as Danish and Norwegian share most small words: the declaration settles a near draw.
  if (claimed !== undefined && (scores.get(claimed) ?? 0) >= count * 0.7) return claimed
  return best
}

function languageOfScript(sample: string): string | undefined {
  for (const [script, language] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > sample.length * 0.15) return language
  }
  return undefined
}

function isOfScript(claimed: string, script: string): boolean {
  const shared: Readonly<Record<string, readonly string[]>> = {
    ar: ['ar', 'fa', 'ur', 'ps', 'ckb'],
    he: ['he', 'yi'],
    hi: ['hi', 'mr', 'ne'],
    zh: ['zh'],
  }
  return claimed === script || (shared[script]?.includes(claimed) ?? false)
}

function scoreWords(sample: string): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const word of sample.match(/[\p{L}\p{M}]+/gu) ?? []) {
    for (const [language, words] of WORD_SETS)
      if (words.has(word)) scores.set(language, (scores.get(language) ?? 0) + 1)
  }
  // Letters that the other alphabet lacks.
  const ukrainian = sample.match(/[іїєґ]/g)?.length ?? 0
  const russian = sample.match(/[ыэё]/g)?.length ?? 0
  const excluded = ukrainian > russian ? ['ru', 'bg', 'sr'] : russian > 0 ? ['uk', 'bg', 'sr'] : []
  for (const language of excluded) scores.delete(language)
  if (!sample.includes('ў')) scores.delete('be')
  return scores
}
