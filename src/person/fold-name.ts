const CASE_ENDING =
  /(?<=[а-яіїєґё]{3})(?:ого|ему|ому|ими|ій|ий|ый|ой|ая|ої|им|ым|ою|ою|ею|ем|ом|ам|ям|ові|еві|єві|ах|а|у|ю|я|і|ї|е|ы|и|й|ь)$/u
const POLISH_ENDING = /(?<=\p{L}{3})(?:iego|iemu|ego|emu|owi|iem|em|im|ym|ią|iej|ej|a|u|y|i|ą|ę)$/u

/** A word of a name without case, accents and, in Slavic languages, its ending: forms of one name fold alike. */
export function foldName(word: string, language?: string): string {
  const lower = word.toLowerCase().replace(/['’]s?$/u, '')
  if (/[а-яіїєґё]/u.test(lower)) return lower.replace(CASE_ENDING, '')
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
  return language === 'pl' ? plain.replace(POLISH_ENDING, '') : plain
}
