/** Whether two addresses are of one site, in any of its forms. */
export function isSameSite(one: URL, other: URL): boolean {
  return siteOf(one) === siteOf(other)
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|amp|mobile)\./, '')
}
