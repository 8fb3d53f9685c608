import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAgencies } from '../../src/story/find-agencies.ts'

const REST = 'The dam above the valley of Korvyn held through the night.\n\nWater fell by noon.'
const CREDITED: readonly (readonly [string, readonly string[]])[] = [
  [`KORVYN (Reuters) – ${REST}`, ['Reuters']],
  [`KORVYN, March 3 (AFP) — ${REST}`, ['AFP']],
  [`Korvyn (dpa) - ${REST}`, ['dpa']],
  [`KORVYN, 3 March /TASS/. ${REST}\n\nSource: TASS`, ['TASS']],
  [`${REST}\n\n© AFP`, ['AFP']],
  [`${REST}\n\n© 2031 Reuters`, ['Reuters']],
  [`${REST}\n\n«ТАСС»`, ['TASS']],
  [`${REST}\n\nИсточник: Интерфакс`, ['Interfax']],
  [`${REST}\n\nДжерело: Укрінформ`, ['Ukrinform']],
  [`${REST}\n\nQuelle: dpa/AFP`, ['dpa', 'AFP']],
  [`By Odo Lark, Associated Press\n\n${REST}`, ['AP']],
  [`${REST} (PAP)`, ['PAP']],
]
const UNCREDITED: readonly string[] = [
  `${REST}\n\nThe mayor told Reuters that the dam would hold.`,
  `${REST} As the agency TASS wrote, nobody was hurt.`,
  `The Reuters building in Korvyn was flooded. ${REST}`,
  `${REST}\n\nSource: the town hall`,
  REST,
]

for (const [text, agencies] of CREDITED) {
  test(`a credit names the agency: ${text.slice(0, 24)} … ${text.slice(-24)}`.replaceAll('\n', ' '), () => {
    assert.deepEqual(findAgencies(text), agencies)
  })
}

test('a mention is no credit', () => {
  for (const text of UNCREDITED) assert.deepEqual(findAgencies(text), [], text)
})
