/** Whether a reader may be sent there: a feed can say `javascript:` too. */
export function isWebLink(link: string): boolean {
  const protocol = URL.parse(link)?.protocol
  return protocol === 'https:' || protocol === 'http:'
}
