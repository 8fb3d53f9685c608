const LONGEST = 300

/** What a server said, on one line of bounded length, for a log or a person. */
export function textOfReply(reply: string): string {
  return reply
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}
