/** Snowball's stemmers, each imported alone: the packages' main files also load dictionaries that nobody here asks for. */
declare module '@nlpjs/lang-*' {
  const Stemmer: new () => { stemWord(word: string): string }
  export = Stemmer
}
