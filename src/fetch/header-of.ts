export type IncomingHttpHeaders = Readonly<Record<string, string | string[] | undefined>>

/** A response header's value; one that came several times counts by its first. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
