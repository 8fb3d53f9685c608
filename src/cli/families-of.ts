import type { DeskConfig } from '../config/desk-config.ts'

/** Feed id -> publisher family, of the feeds that have one. */
export function familiesOf({ feeds }: Pick<DeskConfig, 'feeds'>): ReadonlyMap<string, string> {
  return new Map(feeds.flatMap(({ id, family }) => (family === undefined ? [] : [[id, family] as const])))
}
