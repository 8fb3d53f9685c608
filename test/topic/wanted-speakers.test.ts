import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { PeopleBook } from '../../src/person/person.ts'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import { type SpokenText, withStatements } from '../../src/topic/text-of-reading.ts'
import { mayBeHeard } from '../../src/topic/wanted-speakers.ts'
import { spokenText } from '../statement/spoken-text.ts'
import { sampleText, sampleTopic } from './match-query.ts'
import { peopleOf, readingsOf } from './recorded-day.ts'
import { sampleBook } from './sample-book.ts'

const NOBODY: PeopleBook = { roles: [], people: [], aliases: {} }

/** A query twice: looking for statements only in texts that print somebody it asks for, and in all texts. */
function bothWays(query: string, book: PeopleBook) {
  const compiled = compileTopics([sampleTopic({ query })], book)
  const eager = { ...compiled, speakers: { signs: undefined } }
  return (text: MatchedText) => ({ lazily: matchTopics(compiled, text), eagerly: matchTopics(eager, text) })
}

describe('a speaker is found whether or not statements are looked for at once', () => {
  for (const language of readdirSync('fixtures/statements').filter((name) => !name.includes('.')))
    it(`by a name as the text prints it: ${language}`, () => {
      for (const text of textsOf(language, NOBODY))
        for (const { speaker } of text.statements)
          for (const query of queriesFor(speaker)) assertFound(query, text, NOBODY)
    })

  for (const language of readdirSync('fixtures/statements').filter((name) => !name.includes('.')))
    it(`by the name of the people book, which the text does not print: ${language}`, () => {
      for (const text of textsOf(language, NOBODY)) {
        const printed = text.allStatements.find(({ speaker }) => speaker.kind === 'person')?.speaker.name
        if (printed === undefined) continue
        const people = [{ id: 'found', name: 'Xaver Canonicus', names: [printed], held: [] }]
        const book = { ...NOBODY, people }
        const { title, body, blocks = [], passages = [], publishedAt, source } = text
        const known = withStatements({ title, body, blocks, passages, publishedAt, source, language }, book)
        if (known.statements.some(({ personId }) => personId === 'found')) assertFound('speaker:canon*', known, book)
      }
    })

  for (const day of ['2024-06-14', '2024-12-12'])
    it(`by person and office on ${day}`, async () => {
      const book = await peopleOf(day)
      const judges = new Map<string, ReturnType<typeof bothWays>>()
      let foundCount = 0
      for (const { text: body, title, blocks, passages, language, published } of await readingsOf(day)) {
        const about = { title, body, blocks, passages, publishedAt: published?.at ?? Date.parse(day) }
        const text = withStatements({ ...about, source: 'full', ...(language !== undefined && { language }) }, book)
        const speakerIds = text.statements.flatMap(({ personId }) => personId ?? [])
        const roleIds = speakerIds.flatMap((id) => book.people.find((each) => each.id === id)?.held ?? [])
        for (const id of new Set([...speakerIds, ...roleIds.map(({ role }) => role)])) {
          const judge = judges.get(id) ?? bothWays(`speaker:@${id}`, book)
          judges.set(id, judge)
          const { lazily, eagerly } = judge(text)
          assert.deepEqual(lazily, eagerly, `${id}: ${title}`)
          foundCount += eagerly.length
        }
      }
      assert.ok(foundCount > 1, `${foundCount}`)
    })
})

describe('who speaks is asked', () => {
  const cases = [
    ['of a text that names the person', 'speaker:@ada-thornby', 'Thornby is here.', true],
    ['of one that names the person in another case', 'speaker:@ada-thornby', 'З Торнбі говорили.', true],
    ['of one that names the office', 'speaker:@ada-thornby', 'The head of  the guild is here.', true],
    ['of one with accents and capitals', 'speaker:Thornby', 'THÓRNBY’S is here.', true],
    ['of one with marks between the letters', 'speaker:"Thorn by"', 'O’Thorn’s (by) is here.', true],
    ['of one in letters of another script', 'speaker:თორნბი', 'თორნბი is here.', true],
    ['of one with an entity', 'speaker:Thornby', 'Th&oacute;rnby is here.', true],
    ['of one with the word of the query', 'speaker:clerk', 'A clerk is here.', true],
    ['of a person of the book that is asked for in plain words', 'speaker:Thornby', 'Guild Master is here.', true],
    ['of every text, for a pattern', 'speaker:/Thorn.*/', 'Nobody is here.', true],
    ['not of a text that names nobody', 'speaker:@ada-thornby', 'Nobody is here, says the guild.', false],
    ['not of one that names another', 'speaker:@ada-thornby', 'A Guild Clerk is here.', false],
    ['not when no topic asks for speakers', 'guild', 'The guild met Thornby.', false],
  ] as const
  for (const [what, query, body, isAsked] of cases)
    it(what, () => {
      let wasAsked = false
      const text = sampleText({ body })
      const asking = {
        ...text,
        get statements() {
          wasAsked = true
          return []
        },
      }
      matchTopics(compileTopics([sampleTopic({ query })], sampleBook), asking)
      assert.equal(wasAsked, isAsked)
    })
})

it('a body of letters that nearly are what is asked for takes no longer than its length asks for', () => {
  const query = 'speaker:(22223 OR თთთთგ OR "aaa bbb" OR "sss ssst")'
  const { speakers } = compileTopics([sampleTopic({ query })], sampleBook)
  for (const letters of ['2', 'თ', 'a', 's', 'a ', 's . ', 'sss sss', `s${'.'.repeat(1_000)}`])
    assert.equal(mayBeHeard(speakers, sampleText({ body: letters.repeat(300_000 / letters.length) })), false)
})

function assertFound(query: string, text: MatchedText, book: PeopleBook): void {
  const { lazily, eagerly } = bothWays(query, book)(text)
  assert.equal(eagerly.length, 1, `${query}: ${text.body}`)
  assert.deepEqual(lazily, eagerly, `${query}: ${text.body}`)
}

/** Several ways to ask for a name. */
function queriesFor(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const [last = ''] = words.slice(-1)
  return [`speaker:"${words.join(' ')}"~3`, last.length > 4 ? `speaker:${last.slice(0, 4)}*` : `speaker:"${last}"`]
}

function textsOf(language: string, book: PeopleBook): readonly SpokenText[] {
  const folder = join('fixtures/statements', language)
  return readdirSync(folder).map((file) => {
    const { paragraphs, title } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const { publishedAt = 0, ...text } = spokenText(paragraphs, language, title)
    return withStatements({ ...text, publishedAt, source: 'full' }, book)
  })
}
