import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectLanguage } from '../../src/article/detect-language.ts'

const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['The council of the town has said that it will keep the ferry for a year.', undefined, 'en'],
  ['The council of the town has said that it will keep the ferry for a year.', 'uk-UA', 'en'],
  ['Рада та мер сказали, що пором не закриють до зими, але міст не збудують за рік.', 'ru', 'uk'],
  ['Совет сказал, что паром не закроют и что мост не построят, но это было не так.', undefined, 'ru'],
  [
    'Der Rat hat gesagt, dass die Fähre nicht eingestellt wird und der Bau der Brücke auf sich warten lässt.',
    'en',
    'de',
  ],
  ['Le conseil a dit que le bac ne sera pas supprimé et que les élus sont pour le pont.', undefined, 'fr'],
  ['Rada powiedziała, że prom nie zniknie do zimy, ale na most w tym roku się nie zanosi.', undefined, 'pl'],
  ['評議会は金曜日に、古い渡し船をもう一年続けることを決めました。', undefined, 'ja'],
  ['Ferry stays', 'en-GB', 'en'],
  ['Ferry stays', undefined, undefined],
]

for (const [text, declared, expected] of cases) {
  test(`“${text.slice(0, 30)}” declared ${declared ?? 'nothing'} is ${expected ?? 'unknown'}`, () => {
    assert.equal(detectLanguage(text, declared), expected)
  })
}
