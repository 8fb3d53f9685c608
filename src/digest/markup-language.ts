import type { ItemLanguage } from './item-language.ts'
import { type Markup, markup } from './markup.ts'

const NOTHING: readonly Markup[] = []
/** Hebrew to Arabic letters: without a declared direction such a name pulls the digits behind it into itself. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

/** For a name inside a line. */
export function directionOf(name: string): Markup | readonly Markup[] {
  return RIGHT_TO_LEFT.test(name) ? markup` dir="rtl"` : NOTHING
}

/** For words inside a line. */
export function languageOf(language: ItemLanguage | undefined): Markup | readonly Markup[] {
  return language === undefined ? NOTHING : markup` lang="${language.tag}" dir="${language.direction}"`
}
