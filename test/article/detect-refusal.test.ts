import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectRefusal, type PageSigns } from '../../src/article/detect-refusal.ts'

const prose = [
  'The council of Brackwater voted on Friday to keep the old ferry running for another year, after a long debate.',
  'The ferry carries about ninety people a day, and a bridge would cost more than the town earns in four years.',
]
const cookies =
  'We and our 412 partners store cookies on your device and process personal data for advertising and measurement.'
const none: PageSigns = {
  title: 'The ferry stays',
  paragraphs: [],
  pageText: 'The ferry stays',
  hasPasswordField: false,
}

const cases: readonly (readonly [string, Partial<PageSigns>, string | undefined])[] = [
  ['a wall by its words', { paragraphs: [cookies, cookies], pageText: cookies }, 'consent wall'],
  ['a wall with its phrase', { paragraphs: [cookies], pageText: `Accept all cookies ${cookies}` }, 'consent wall'],
  [
    'a banner over an article',
    { paragraphs: prose, pageText: `Accept all cookies ${cookies} ${prose.join(' ')}` },
    undefined,
  ],
  ['a check for robots', { pageText: 'Checking if the site connection is secure' }, 'bot challenge'],
  [
    'a check for robots before a little of the page',
    { title: 'Just a moment...', paragraphs: [...prose, `${prose[0]} Indeed.`], pageText: prose.join(' ') },
    'bot challenge',
  ],
  ['a page not found', { title: 'Page not found', pageText: 'Page not found' }, 'soft 404'],
  [
    'headlines under a page not found',
    { title: 'Page not found', paragraphs: prose.slice(0, 1), pageText: `Page not found ${prose[0]}` },
    'soft 404',
  ],
  ['a password beside nothing', { pageText: 'Log in to your account', hasPasswordField: true }, 'login page'],
  ['a password beside an article', { paragraphs: prose, pageText: 'Log in', hasPasswordField: true }, undefined],
  [
    'a long text about robots',
    { paragraphs: Array.from({ length: 30 }, () => `Are you a robot? ${prose[0]}`), pageText: 'Are you a robot?' },
    undefined,
  ],
]

for (const [name, signs, expected] of cases)
  test(`${name} is ${expected ?? 'no wall'}`, () => assert.equal(detectRefusal({ ...none, ...signs }), expected))
