import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import type { Topic } from '../../src/topic/topic.ts'

const noBook = { roles: [], people: [], aliases: {} }

function topicOf(clauses: Partial<Topic>): Topic {
  return { id: 'a', name: 'A', any: [], all: [], none: [], ...clauses }
}

function matchBody(topic: Partial<Topic>, body: string, aliases: Readonly<Record<string, readonly string[]>> = {}) {
  return matchTopics(compileTopics([topicOf(topic)], { roles: [], people: [], aliases }), {
    title: '',
    body,
    source: 'full',
  })
}

describe('a phrase is found', () => {
  const cases = [
    ['as it is', 'peace offer', 'a peace offer came', 'peace offer'],
    ['in any case', 'Nato', 'NATO', 'NATO'],
    ['in the plural of its last word', 'peace offer', 'Peace offers came', 'Peace offers'],
    ['in a plural of -y and of -ch', 'peace treaty', 'peace treaties', 'peace treaties'],
    ['with its words in quote marks', 'peace offer', 'Putin\'s "peace" offer', 'peace" offer'],
    ['with its words in brackets', "Ukraine's membership", "[Ukraine's] membership", "Ukraine's] membership"],
    ['under curly quotes', 'peace offer', '“peace” offer', 'peace” offer'],
    ['hyphenated', 'ceasefire', 'a cease-fire held', 'cease-fire'],
    ['with a hyphen that does not break', 'ceasefire', 'a cease‑fire held', 'cease‑fire'],
    ['spaced', 'ceasefire', 'a cease fire held', 'cease fire'],
    ['joined', 'cease-fire', 'a ceasefire held', 'ceasefire'],
    ['joined inside of a longer one', 'cease-fire deal', 'the ceasefire deals', 'ceasefire deals'],
    ['spaced inside of a longer one', 'ceasefire deal', 'the cease fire deal', 'cease fire deal'],
    ['hyphenated where it is spaced', 'Su 34', 'a Su-34 fell', 'Su-34'],
    ['joined where it is hyphenated', 'e-mail', 'by email', 'email'],
    ['over a no-break space', 'peace offer', 'peace\u00a0offer', 'peace\u00a0offer'],
    ['over any space of Unicode', 'peace offer', 'peace\u2009\u3000offer', 'peace\u2009\u3000offer'],
    ['over a line end', 'peace offer', 'peace\r\noffer', 'peace\r\noffer'],
    ['with a soft hyphen', 'peace offer', 'pe\u00adace offer', 'pe\u00adace offer'],
    ['in full-width letters', 'peace', 'ｐｅａｃｅ', 'ｐｅａｃｅ'],
    ['in a ligature', 'conflict', 'the con\ufb02ict', 'con\ufb02ict'],
    ['without its accents', 'Geoană', 'Mircea Geoana', 'Geoana'],
    ['with accents it lacks', 'Sekerinska', 'Radmila Šekerinska', 'Šekerinska'],
    ['with accents taken apart', 'Šekerinska', 'S\u030cekerinska', 'S\u030cekerinska'],
    ['in the possessive', 'Ukraine', 'Ukraine’s allies', 'Ukraine’s'],
    ['with an abbreviation of dots', 'US aid', 'new U.S. aid', 'U.S. aid'],
    ['behind a full stop it has itself', 'St. Petersburg', 'in St. Petersburg', 'St. Petersburg'],
    ['without the full stop it has', 'St. Petersburg', 'in St Petersburg', 'St Petersburg'],
    ['with a number', '1,000 soldiers', 'over 1,000 soldiers', '1,000 soldiers'],
    ['in Ukrainian', 'мирний план', 'Мирний план України', 'Мирний план'],
    ['with a Ukrainian apostrophe of any kind', "перемир'я", 'ПЕРЕМИР’Я', 'ПЕРЕМИР’Я'],
    ['in Russian', 'Русский', 'он Русский.', 'Русский'],
    ['with ё as е', 'самолёт', 'самолет', 'самолет'],
    ['in German', 'Außenminister', 'AUSSENMINISTER', 'AUSSENMINISTER'],
    ['in a German compound with a hyphen', 'NATO-Generalsekretär', 'NATO Generalsekretär', 'NATO Generalsekretär'],
    ['in Polish', 'Łódź', 'w Lodz', 'Lodz'],
    ['behind a French elision', 'Ukraine', "l'Ukraine", 'Ukraine'],
    ['beside letters outside of the first plane', 'peace', '🕊️peace🕊️', 'peace'],
  ] as const
  for (const [name, phrase, body, words] of cases) {
    it(`${name}: ${phrase}`, () => {
      const evidence = matchBody({ any: [phrase] }, body)[0]?.evidence[0]
      assert.equal(evidence?.words, words)
      assert.equal(body.slice(evidence?.start, evidence?.end), words)
      assert.equal(evidence?.phrase, phrase)
    })
  }
})

describe('a phrase is not found', () => {
  const cases = [
    ['inside of a word', 'mac', 'a machine'],
    ['inside of a word', 'Tor', 'the Director'],
    ['inside of a Russian word', 'рус', 'русский'],
    ['over the end of a sentence', 'peace offer', 'They want peace. Offer them some.'],
    ['over a comma', 'peace offer', 'war, peace, offer'],
    ['over a dash', 'peace talks', 'for peace – talks went on'],
    ['over a hyphen that stands for a dash', 'peace talks', 'for peace - talks went on'],
    ['over the end of a paragraph', 'peace offer', 'for peace\n\nOffer ends'],
    ['with a word between', 'peace offer', 'peace and offer'],
    ['in another order', 'peace offer', 'offer peace'],
    ['as one word made of two small ones', 'therapist', 'the rapist'],
    ['as one word made of two small ones', 'USAID', 'new US aid'],
    ['as two small words made of one', 'US aid', 'a USAID programme'],
  ] as const
  for (const [name, phrase, body] of cases) {
    it(`${name}: ${phrase} in ${JSON.stringify(body)}`, () => assert.deepEqual(matchBody({ any: [phrase] }, body), []))
  }
})

describe('a topic matches', () => {
  const cases = [
    ['by one of any', { any: ['truce', 'peace offer'] }, 'a peace offer', true],
    ['by none of any not at all', { any: ['truce'] }, 'a peace offer', false],
    ['by all of all', { all: ['Ukraine', 'peace'] }, 'peace for Ukraine', true],
    ['by a part of all not at all', { all: ['Ukraine', 'peace'] }, 'peace for all', false],
    ['by any and all together', { any: ['truce'], all: ['Ukraine'] }, 'Ukraine truce', true],
    ['by any without all not at all', { any: ['truce'], all: ['Ukraine'] }, 'a truce', false],
    ['by all without any not at all', { any: ['truce'], all: ['Ukraine'] }, 'Ukraine', false],
    ['never when one of none stands there', { any: ['peace offer'], none: ['chess'] }, 'chess peace offer', false],
    ['by all of all, one of them twice', { all: ['peace', 'peace'] }, 'peace', true],
    ['never by an empty text', { any: ['peace'] }, '', false],
    ['never by nothing', {}, 'peace', false],
  ] as const
  for (const [name, clauses, body, isMatch] of cases) {
    it(name, () => assert.equal(matchBody(clauses, body).length > 0, isMatch))
  }

  it('with its clauses met by title and body together', () => {
    const compiled = compileTopics([topicOf({ any: ['truce'], all: ['Ukraine'] })], noBook)
    const matches = matchTopics(compiled, { title: 'A truce', body: 'in Ukraine', source: 'summary' })
    assert.deepEqual(matches, [
      {
        topicId: 'a',
        source: 'summary',
        evidence: [
          { clause: 'any', phrase: 'truce', field: 'title', start: 2, end: 7, words: 'truce', rule: 'exact' },
          { clause: 'all', phrase: 'Ukraine', field: 'body', start: 3, end: 10, words: 'Ukraine', rule: 'exact' },
        ],
      },
    ])
  })

  it('in the order of the topics, each by its own words', () => {
    const topics = ['truce', 'peace', 'truce', 'war'].map((phrase, index) => topicOf({ id: `${index}`, any: [phrase] }))
    const matches = matchTopics(compileTopics(topics, noBook), {
      title: 'peace after a truce',
      body: '',
      source: 'full',
    })
    assert.deepEqual(
      matches.map(({ topicId, evidence }) => [topicId, evidence.map(({ words }) => words)]),
      [
        ['0', ['truce']],
        ['1', ['peace']],
        ['2', ['truce']],
      ],
    )
  })
})

describe('evidence', () => {
  it('is the first three places of each phrase, title first, then in order', () => {
    const compiled = compileTopics([topicOf({ any: ['peace', 'talks'] })], noBook)
    const [match] = matchTopics(compiled, { title: 'Talks', body: 'peace talks, '.repeat(5), source: 'full' })
    assert.deepEqual(
      match?.evidence.map(({ field, start, phrase }) => [field, start, phrase]),
      [
        ['title', 0, 'talks'],
        ['body', 0, 'peace'],
        ['body', 6, 'talks'],
        ['body', 13, 'peace'],
        ['body', 19, 'talks'],
        ['body', 26, 'peace'],
      ],
    )
  })

  it('stays small, with the clause that is seldom met, when very much is found', () => {
    const any = Array.from({ length: 200 }, (_, index) => `word${index}`)
    const [match] = matchBody({ any, all: ['Ukraine'] }, `${any.join(' ')} `.repeat(4).concat('Ukraine'))
    assert.ok((match?.evidence.length ?? 0) <= 24)
    assert.ok(match?.evidence.some(({ clause }) => clause === 'all'))
  })
})

describe('aliases', () => {
  const aliases = { Kyiv: ['Kiev', 'Київ'], 'von der Leyen': ['фон дер Ляєн'] }
  const cases = [
    ['another spelling of the name', 'Kyiv', 'in Kiev', 'Kiev'],
    ['the name from another spelling', 'kiev', 'у місті Київ', 'Київ'],
    ['names of several words', 'Von der Leyen', 'Урсула фон дер Ляєн', 'фон дер Ляєн'],
  ] as const
  for (const [name, phrase, body, words] of cases) {
    it(`find ${name}`, () => {
      const evidence = matchBody({ any: [phrase] }, body, aliases)[0]?.evidence[0]
      assert.deepEqual([evidence?.phrase, evidence?.words], [phrase, words])
    })
  }
})
