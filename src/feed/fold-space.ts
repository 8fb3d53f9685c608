/** What is to be folded: any white space but a single blank. */
const foldable = /[^\S ]| {2}/
const folded = /\s{2,}|[^\S ]/g

/** Every run of white space as one blank, none at the ends. */
export function foldSpace(text: string): string {
  return (foldable.test(text) ? text.replace(folded, ' ') : text).trim()
}
