import { runsOf } from './find-near.ts'
import type { Judge, LeafSpan } from './find-spans.ts'
import { foldWord } from './fold-word.ts'
import type { MatchRule } from './match.ts'
import { splitWords } from './split-words.ts'

/** By which rule words of a text satisfy a phrase. */
export function judgeRule(judge: Judge, span: LeafSpan, phrase: string): MatchRule {
  if (span.chars !== undefined) return 'regex'
  if (span.via !== undefined) return span.via.rule
  if (phrase.startsWith('=')) return 'exact'
  const { forms, prefixes } = judge.compiled.lexicon
  const asked = span.terms.map((term) => forms[term] ?? '')
  if (span.terms.some((term) => prefixes.get(forms[term] ?? '') === term)) return 'prefix'
  const printed = runsOf(span).flatMap(([from, to]) => printedForms(judge, from, to))
  if (printed.length !== asked.length || printed.length !== splitWords(phrase.replace(/~\d+$/, '')).length)
    return 'joined'
  return printed.every((form, index) => form === asked[index]) ? 'exact' : 'stem'
}

function printedForms({ laid }: Judge, from: number, to: number): readonly string[] {
  const { starts, ends } = laid.reader.words
  const text = laid.pieces.find((piece) => from >= piece.from && to < piece.to)?.text ?? ''
  return Array.from({ length: to - from + 1 }, (_, index) =>
    foldWord(text.slice(starts[from + index], ends[from + index])),
  )
}
