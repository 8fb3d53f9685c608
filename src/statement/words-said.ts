/** Words that stand in any sentence of their language. */
const COMMON = new Set(
  `the and that this with from for are was were been have has had not but they their will would its his her our your you who what which
  und der die das den dem des ein eine einen nicht wir sie ist sind dass mit von auf für les des une est que qui pour dans nous vous pas sur
  par ont avec это что как для они его она мы вы не на но что він вона вони ми ви це як для та на не але nie się jest że dla oraz jak`.split(
    /\s+/,
  ),
)

/** The telling words of a statement: in lower case, without marks and common words, each once. */
export function wordsSaid(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)))
}
