/** "1 feed", "2 feeds", "1,200 stories" */
export function countNoun(count: number, noun: string, plural = `${noun}s`): string {
  return count === 1 ? `1 ${noun}` : `${grouped(count)} ${plural}`
}

/** Our own, since what Intl writes changes with the ICU version and a digest must not. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
