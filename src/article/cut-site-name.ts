import { foldText } from './normalize-text.ts'

const SEPARATOR = /\s+[|–—»«·•:-]+\s+|\s*[|ㅣ：]\s*|\s+::\s+/g

/** Cuts "| Site name" and "Site name:" off a title; a part is the site's when it is one of its names. */
export function cutSiteName(title: string, siteNames: readonly string[]): string {
  let rest = title
  for (let cuts = 0; cuts < 3; cuts += 1) {
    const cut = withoutOnePart(rest, siteNames)
    if (cut === rest) return rest
    rest = cut
  }
  return rest
}

/** Sites are written with and without spaces, dots and "the", and with an addition: "Echo", "Echo Online". */
export function isSiteName(part: string, siteNames: readonly string[]): boolean {
  const folded = foldSite(part)
  const names = siteNames.map(foldSite).filter((name) => name !== '')
  return (
    folded !== '' &&
    names.some(
      (name) => name === folded || (folded.length >= 4 && (isAddition(folded, name) || name.startsWith(folded))),
    )
  )
}

/** What a name may carry behind it and still be the name: no title begins with the outlet's name and ends so soon. */
const MAX_ADDITION = 12

function isAddition(folded: string, name: string): boolean {
  return name.length >= 2 && folded.startsWith(name) && folded.length - name.length <= MAX_ADDITION
}

function withoutOnePart(title: string, siteNames: readonly string[]): string {
  const separators = [...title.matchAll(SEPARATOR)]
  const last = separators.at(-1)
  const first = separators[0]
  if (last === undefined || first === undefined) return title
  if (isSiteName(title.slice(last.index + last[0].length), siteNames)) return title.slice(0, last.index).trim()
  return isSiteName(title.slice(0, first.index), siteNames) ? title.slice(first.index + first[0].length).trim() : title
}

function foldSite(name: string): string {
  return foldText(name)
    .replace(/^(?:the|www) /, '')
    .replaceAll(' ', '')
}
