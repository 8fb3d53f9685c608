import type { ConfigError } from './config-error.ts'

/** Says that an edit was not taken over, without what was written: it may be a secret, and readers see this. */
export function describeRefusal({ problems }: ConfigError): string {
  const [first, ...others] = problems
  if (first === undefined)
    return 'An edit of the config was not taken over. This mail was made with the config before it.'
  const line = first.line > 0 ? `line ${first.line}, ` : ''
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  return `An edit of ${first.file} was not taken over: ${line}expected ${first.expected}${more}. This mail was made with the config before it.`
}
