/** At most `length` code units, cut before a word where there is one near, with an ellipsis that says so. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const room = text.slice(0, length - 1)
  const space = room.lastIndexOf(' ')
  const cut = space > room.length * 0.6 ? room.slice(0, space) : withoutHalfPair(room)
  return `${cut.trimEnd()}…`
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
