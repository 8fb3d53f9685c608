import type { Miss, MissedNeed } from './explain-miss.ts'

/** A miss in words, one need a line: "needs one of offer|plan within 5 words of peace*; nearest: 9 words, paragraph 3". */
export function describeMiss(miss: Miss): string {
  return miss.needs.map(describeNeed).join('\n')
}

function describeNeed(need: MissedNeed): string {
  switch (need.kind) {
    case 'phrases':
      return `needs ${oneOf(need.phrases.join('|'))}${need.where === undefined ? '' : ` in ${need.where}`}`
    case 'distance':
      return describeDistance(need)
    case 'scope':
      return `needs ${need.query}: all of it stands in the text, but not within one ${need.unit}`
    case 'excluded': {
      const reason = need.clause === 'none' ? 'none' : 'NOT'
      return `excluded by ${reason} ${need.phrase}: “${need.words}” in ${need.field} at ${need.start}`
    }
    case 'score':
      return `needs a score of ${need.atLeast}; got ${need.score}`
    case 'restricted':
      return `is for ${need.to} ${need.expected.join(', ')} only; got ${need.got ?? 'none'}`
  }
}

function describeDistance({
  left,
  right,
  distance,
  isOrdered,
  nearest,
}: MissedNeed & { readonly kind: 'distance' }): string {
  const reach = isOrdered ? `behind ${oneOf(left)}` : `of ${oneOf(left)}`
  const need = `needs ${oneOf(right)} within ${distance} ${distance === 1 ? 'word' : 'words'} ${reach}`
  if (nearest === undefined) return `${need}; they never stand ${isOrdered ? 'in this order ' : ''}in one field`
  const { words, field, paragraph } = nearest
  return `${need}; nearest: ${words} ${words === 1 ? 'word' : 'words'}, ${paragraph === undefined ? field : `paragraph ${paragraph}`}`
}

function oneOf(phrases: string): string {
  return phrases.includes('|') ? `one of ${phrases}` : phrases
}
