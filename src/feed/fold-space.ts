/** Any white space but a single blank. */
const foldable = /[^\S ]\s*| \s+/g

/** Every run of white space as one blank, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(foldable, ' ').trim()
}
