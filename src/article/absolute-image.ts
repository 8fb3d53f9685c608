/** Longer addresses carry the picture itself or a signature; code units. */
const MAX_LENGTH = 1000

/** The first of the addresses that leads to a picture on the web. */
export function absoluteImage(candidates: readonly (string | undefined)[], pageUrl: string): string | undefined {
  for (const candidate of candidates) {
    if (candidate === undefined || candidate.length > MAX_LENGTH || !URL.canParse(candidate, pageUrl)) continue
    const url = new URL(candidate, pageUrl)
    if (/^https?:$/.test(url.protocol)) return url.href
  }
  return undefined
}
