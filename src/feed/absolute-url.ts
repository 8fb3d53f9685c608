/** Longer is no address, and resolving many links against it would cost too much. */
const maxLength = 4096
/** Already absolute, or nothing that could be relative. */
const absolute = /^\s*(?:[a-z][a-z0-9+.-]*:|#|$)/i
/** A path from the root with nothing in it to be normalised: by far most relative links, and no parser needed. */
const plainPath = /^\/(?![/.])(?:[\w~%?=&+,;:@!-]|\.(?!\.)|\/(?![/.]))*$/
const rootOf = /^https?:\/\/[\w.:-]+(?=\/|$)/

/** A link as written, made absolute; undefined when it needs none or cannot be. */
export function absoluteUrl(written: string, base: string): string | undefined {
  if (written.length > maxLength || base.length > maxLength || absolute.test(written)) return undefined
  const root = plainPath.test(written) ? rootOf.exec(base)?.[0] : undefined
  return root === undefined ? URL.parse(written.trim(), base)?.href : root + written
}
