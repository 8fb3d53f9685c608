import { isTrackingParameter } from '../feed/is-tracking-parameter.ts'

/**
 * The link without what only says where the reader came from, and without a name before `@` that could pass for the
 * host. Everything else stays as it was printed: some sites sign their parameters or depend on their order.
 */
export function linkWithoutTracking(link: string): string {
  const url = URL.parse(link)
  if (url === null) return link
  url.username = ''
  url.password = ''
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !isTrackingParameter(pair))
  url.search = kept.join('&')
  return url.href
}
