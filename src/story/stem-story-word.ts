const STEM_LETTERS = 6

/** What the forms of a word have in common, roughly: its first letters, in languages of many endings. @param word folded */
export function stemStoryWord(word: string, language: string | undefined): string {
  const hasManyEndings = language === 'pl' || language === 'de' || /\p{Script=Cyrillic}/u.test(word)
  return hasManyEndings ? word.slice(0, STEM_LETTERS) : word
}
