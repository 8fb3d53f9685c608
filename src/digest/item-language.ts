import type { DigestItem } from './digest.ts'

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The language to declare on an item's own words, when it is not the one of the mail. */
export interface ItemLanguage {
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
}

export function itemLanguage({ language }: Pick<DigestItem, 'language'>): ItemLanguage | undefined {
  if (language === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return undefined
  const primary = language.split('-', 1)[0]?.toLowerCase() ?? ''
  if (primary === 'en') return undefined
  return { tag: language, direction: RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr' }
}
