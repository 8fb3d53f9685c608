import { runsOf } from './find-near.ts'
import type { Judge, LeafSpan } from './find-spans.ts'
import { foldWord } from './fold-word.ts'
import type { LaidOutText, TextPiece } from './lay-out-text.ts'
import type { MatchRule } from './match.ts'
import { splitWords } from './split-words.ts'

/** Most phrases are: to scan those takes longer than all else here. */
const PLAIN_WORDS = /^[a-z\d]+(?: [a-z\d]+)*$/i

/** By which rule words of a text satisfy a phrase. */
export function judgeRule(judge: Judge, span: LeafSpan, phrase: string): MatchRule {
  if (span.chars !== undefined) return 'regex'
  if (span.via !== undefined) return span.via.rule
  if (phrase.startsWith('=')) return 'exact'
  const { forms, prefixes } = judge.compiled.lexicon
  const asked = span.terms.map((term) => forms[term] ?? '')
  if (span.terms.some((term, index) => prefixes.get(asked[index] ?? '') === term)) return 'prefix'
  const printed = printedForms(judge, span)
  if (printed.length !== asked.length || printed.length !== countWords(phrase)) return 'joined'
  return printed.every((form, index) => form === asked[index]) ? 'exact' : 'stem'
}

function countWords(phrase: string): number {
  if (PLAIN_WORDS.test(phrase)) return phrase.split(' ').length
  return splitWords(phrase.replace(/~\d+$/, '')).length
}

function printedForms({ laid }: Judge, span: LeafSpan): readonly string[] {
  const { starts, ends } = laid.reader.words
  const forms: string[] = []
  for (const [from, to] of runsOf(span)) {
    const text = pieceAt(laid, from, to)?.text ?? ''
    for (let word = from; word <= to; word++) forms.push(foldWord(text.slice(starts[word], ends[word])))
  }
  return forms
}

/** The piece in which words stand. */
export function pieceAt({ pieces }: LaidOutText, from: number, to: number): TextPiece | undefined {
  for (const piece of pieces) if (from >= piece.from && to < piece.to) return piece
  return undefined
}
