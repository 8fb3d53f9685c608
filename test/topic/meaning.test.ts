import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import { evidenceFor, markedWords } from './match-query.ts'

/** language, query, text, the words that count; undefined where it must not match. */
type Case = readonly [language: string, query: string, body: string, words: string | undefined]

function table(cases: readonly Case[]): void {
  for (const [language, query, body, words] of cases)
    it(`${language}: ${query} in “${body}”: ${words ?? 'nothing'}`, () =>
      assert.equal(markedWords(query, { body, language }), words))
}

describe('a bare word is found in all its forms', () => {
  table([
    ['en', 'proposal', 'two proposals came', '[proposals]'],
    ['en', 'negotiate', 'they negotiated', '[negotiated]'],
    ['uk', 'пропозиція', 'багато пропозицій', '[пропозицій]'],
    ['uk', 'угода', 'умови угоди', '[угоди]'],
    ['ru', 'предложение', 'нет предложений', '[предложений]'],
    ['ru', 'мирный', 'мирного', '[мирного]'],
    ['de', 'Gespräch', 'in Gesprächen', '[Gesprächen]'],
    ['de', 'Waffenruhe', 'die Waffenruhen', '[Waffenruhen]'],
    ['fr', 'négociation', 'les négociations', '[négociations]'],
    ['pl', 'porozumienie', 'bez porozumienia', '[porozumienia]'],
    ['en', 'new', 'the news', undefined],
    ['en', 'offer', 'they offended', undefined],
  ])
})

describe('words side by side are a phrase', () => {
  table([
    ['en', 'peace plan', 'the peace plans of all', '[peace plans]'],
    ['en', 'peace plan', 'a plan for peace', undefined],
    ['en', '"peace plan"', 'the peace and plan', undefined],
    ['uk', 'мирний план', 'умови мирного плану', '[мирного плану]'],
    ['ru', 'мирный план', 'нет мирного плана', '[мирного плана]'],
    ['de', 'neuer Plan', 'die neuen Pläne', '[neuen Pläne]'],
  ])
})

describe('case, accents, compatibility forms, entities and quote marks make no difference', () => {
  table([
    ['en', 'NAÏVE', 'so naive', '[naive]'],
    ['en', 'ﬁnance', 'FINANCE', '[FINANCE]'],
    ['uk', 'Перемир’я', "ПЕРЕМИР'Я", "[ПЕРЕМИР'Я]"],
    ['ru', 'самолёт', 'САМОЛЕТ', '[САМОЛЕТ]'],
    ['ru', 'замок', 'за́мок', '[за́мок]'],
    ['de', 'Straße', 'STRASSE', '[STRASSE]'],
    ['en', 'fisherman', 'fisher&#109;an', '[fisher&#109;an]'],
    ['en', 'peace plan', 'peace&nbsp;plan', '[peace&nbsp;plan]'],
    ['en', "miller's guild", 'the miller’s “guild”', '[miller’s “guild]'],
  ])
})

describe('=X is the word as written', () => {
  table([
    ['en', '=OFAC', 'by OFAC and Ofac', '[OFAC]'],
    ['en', '=offer', 'offers', undefined],
    ['en', '="Peace Plan"', 'a Peace Plan, no peace plan', '[Peace Plan]'],
    ['en', '=Geoană', 'Geoana', undefined],
    ['uk', '=угода', 'угоди', undefined],
    ['ru', '=Мир', 'мир, Мир', '[Мир]'],
    ['de', '=Gut', 'gut, Gut', '[Gut]'],
  ])
})

describe('x* is whatever begins so', () => {
  table([
    ['en', 'sanction*', 'sanctioning', '[sanctioning]'],
    ['en', 'ceasef*', 'a cease-fire', '[cease-fire]'],
    ['uk', 'перемир*', "перемир'ям", "[перемир'ям]"],
    ['ru', 'переговор*', 'переговорщики', '[переговорщики]'],
    ['de', 'Friedens*', 'Friedensgespräche', '[Friedensgespräche]'],
    ['en', 'sanction*', 'unsanctioned', undefined],
  ])
})

describe('"a b"~n lets n words stand between, in this order', () => {
  table([
    ['en', '"asset freeze"~2', 'asset and property freeze', '[asset] [freeze]'],
    ['en', '"asset freeze"~2', 'asset or some property freeze', undefined],
    ['en', '"asset freeze"~2', 'freeze asset', undefined],
    ['en', '"asset freeze"~2', 'asset freezes', '[asset freezes]'],
    ['uk', '"мирний план"~1', 'мирний новий план', '[мирний] [план]'],
    ['ru', '"мирный план"~1', 'мирный новый план', '[мирный] [план]'],
    ['de', '"neuer Plan"~1', 'neuer guter Plan', '[neuer] [Plan]'],
  ])
})

describe('NEAR/n: at most n words between, in any order; ONEAR/n: in this order', () => {
  table([
    ['en', 'peace NEAR/2 plan', 'a plan for lasting peace', '[plan] [peace]'],
    ['en', 'peace NEAR/2 plan', 'plan one two three peace', undefined],
    ['en', 'peace NEAR/0 plan', 'plan peace', '[plan] [peace]'],
    ['en', 'peace ONEAR/2 plan', 'plan for peace', undefined],
    ['en', 'peace ONEAR/2 plan', 'peace by plan', '[peace] [plan]'],
    ['en', 'peace* NEAR/3 (offer OR plan)', 'peaceful new offers', '[peaceful] [offers]'],
    ['en', '"peace plan" NEAR/1 signed', 'signed that peace plan', '[signed] [peace plan]'],
    ['en', 'peace NEAR/9 peace', 'peace alone', undefined],
    ['en', 'peace NEAR/9 peace', 'peace, more peace', '[peace] [peace]'],
    ['en', '"peace plan" NEAR/5 plan', 'a peace plan', undefined],
    ['en', 'one NEAR/3 two NEAR/3 three', 'one three two', '[one] [three] [two]'],
    ['uk', 'мир NEAR/2 план', 'план нового миру', '[план] [миру]'],
    ['ru', 'мир NEAR/2 план', 'план нового мира', '[план] [мира]'],
    ['de', 'Frieden NEAR/2 Plan', 'Plan für den Frieden', '[Plan] [Frieden]'],
  ])
})

describe('hyphenated, joined and spaced forms are equal', () => {
  const forms = ['cease-fire', 'ceasefire', 'cease fire', 'cease‑fire']
  table(forms.flatMap((query) => forms.map((body): Case => ['en', query, body, `[${body}]`])))
  table([
    ['uk', 'онлайн-зустріч', 'онлайн зустріч', '[онлайн зустріч]'],
    ['ru', 'онлайн встреча', 'онлайн-встречи', '[онлайн-встречи]'],
    ['de', 'Gipfeltreffen', 'Gipfel-Treffen', '[Gipfel-Treffen]'],
    ['en', 'therapist', 'the rapist', undefined],
  ])
})

describe('every Unicode space is a space', () => {
  for (const space of '\t\n\u00a0\u1680\u2000\u2003\u2007\u2009\u202f\u205f\u3000\u2028')
    it(`U+${space.charCodeAt(0).toString(16)}`, () =>
      assert.equal(markedWords('peace plan', { body: `peace${space}plan` }), `[peace${space}plan]`))
})

describe("word boundaries are Unicode's", () => {
  table([
    ['en', 'mac', 'a machine', undefined],
    ['en', 'Tor', 'the Director', undefined],
    ['ru', 'Русский', 'он Русский.', '[Русский]'],
    ['ru', 'рус', 'белорус', undefined],
    ['uk', 'кіт', 'який кіт!', '[кіт]'],
    ['uk', 'кіт', 'укіт', undefined],
    ['de', 'Über', 'Überall', undefined],
    ['en', 'peace', '«peace»', '[peace]'],
  ])
})

describe('a field is looked into alone', () => {
  const text: Partial<MatchedText> = {
    title: 'Ferry stays',
    body: `First lead.\n\nSecond lead.\n\n${'later '.repeat(90)}harbour, say Ada Thornby and a Guild Clerk.`,
    language: 'en',
    authors: ['Ada Doe', 'Bea Roe'],
    outlet: 'The Harbour Gazette',
    url: 'https://gazette.example/sport/ferry-stays',
    statements: [
      { start: 0, end: 11, speaker: 'Ada Thornby', personId: 'ada-thornby' },
      { start: 13, end: 25, speaker: 'a Guild Clerk' },
    ],
    publishedAt: Date.parse('2024-06-14'),
  }
  const cases = [
    ['title:ferry', '[Ferry]'],
    ['title:lead', undefined],
    ['lead:second', '[Second]'],
    ['lead:harbour', undefined],
    ['body:harbour', '[harbour]'],
    ['body:ferry', undefined],
    ['ferry AND harbour', '[Ferry] [harbour]'],
    ['author:"Bea Roe"', '[Bea Roe]'],
    ['author:"Doe Bea"', undefined],
    ['outlet:gazette', '[Gazette]'],
    ['gazette', undefined],
    ['lang:en', '[en]'],
    ['lang:uk', undefined],
    ['url:sport', '[sport]'],
    ['url:gazette.example/sport', '[gazette.example/sport]'],
    ['said:lead', '[lead] [lead]'],
    ['said:later', undefined],
    ['speaker:Thornby', '[Ada Thornby]'],
    ['speaker:@ada-thornby', '[Ada Thornby]'],
    ['speaker:@guild-master', '[Ada Thornby]'],
    ['speaker:@guild-clerk', '[a Guild Clerk]'],
    ['speaker:@ben-quill', undefined],
    ['speaker:harbour', undefined],
  ] as const
  for (const [query, words] of cases)
    it(`${query}: ${words ?? 'nothing'}`, () => assert.equal(markedWords(query, text), words))

  it('and without statements nobody speaks', () => {
    const { statements: _, ...silent } = text
    assert.equal(markedWords('speaker:Thornby OR said:lead', silent), undefined)
  })

  it('the lead is two paragraphs, and 80 words at most', () => {
    const body = `${'word '.repeat(79)}inside outside\n\nnext`
    assert.equal(markedWords('lead:inside', { body }), '[inside]')
    assert.equal(markedWords('lead:outside', { body }), undefined)
    assert.equal(markedWords('lead:third', { body: 'one\n\ntwo\n\nthird' }), undefined)
  })
})

describe('a scope holds all of it', () => {
  const body = 'The guild met. A plan came.\n\nThe guild has a plan. Nobody read it.'
  const cases = [
    ['sentence(guild AND plan)', '[guild] [plan]'],
    ['sentence(met AND plan)', undefined],
    ['paragraph(met AND plan)', '[met] [plan]'],
    ['paragraph(met AND nobody)', undefined],
    ['sentence(guild NOT plan)', '[guild]'],
    ['sentence(guild NOT (plan OR met))', undefined],
    ['sentence(guild NEAR/3 plan)', '[guild] [plan]'],
  ] as const
  for (const [query, words] of cases)
    it(`${query}: ${words ?? 'nothing'}`, () => assert.equal(markedWords(query, { body }), words))
})

describe('the title counts once', () => {
  it('also when the body begins with it', () => {
    const text = { title: 'Ferry stays for good', body: 'FERRY STAYS FOR GOOD\n\nIt was told that the ferry stays.' }
    assert.deepEqual(
      evidenceFor({ query: 'ferry' }, text)?.map(({ field, start }) => [field, start]),
      [
        ['title', 0],
        ['body', 43],
      ],
    )
  })
})

describe('AND, OR and NOT join', () => {
  table([
    ['en', 'a1 AND b1', 'b1 a1', '[b1] [a1]'],
    ['en', 'a1 AND b1', 'a1', undefined],
    ['en', 'a1 OR b1 AND c1', 'a1', '[a1]'],
    ['en', '(a1 OR b1) AND c1', 'a1', undefined],
    ['en', 'a1 NOT b1', 'a1', '[a1]'],
    ['en', 'a1 AND NOT b1', 'a1 b1', undefined],
    ['en', 'a1 AND (b1 OR NOT c1)', 'a1 d1', '[a1]'],
    ['en', 'peace or plan', 'peace', undefined],
    ['en', 'peace or plan', 'peace or plan', '[peace or plan]'],
  ])
})

describe('a pattern runs in linear time', () => {
  table([
    ['en', '/gr[ae]y/', 'a grey day', '[grey]'],
    ['en', '/GREY/', 'grey', undefined],
    ['en', '/GREY/i', 'grey', '[grey]'],
    ['ru', '/мир\\p{L}*/', 'о мирном', '[мирном]'],
    ['en', 'day NEAR/2 /gr[ae]y/', 'grey and day', '[grey] [day]'],
  ])
})

describe('a name is found under all its spellings', () => {
  const cases = [
    ['Lunograd', 'in Lunohrad', ['Lunohrad', 'alias', 'Lunohrad']],
    ['lunohrad', 'у Лунограді', ['Лунограді', 'alias', 'Луноград']],
    ['Lunograd guild', 'the Lunohrad guilds', ['Lunohrad guilds', 'alias', 'Lunohrad']],
    ['van den brook', 'ван ден Брука', ['ван ден Брука', 'alias', 'ван ден Брук']],
    ['Lunograd', 'Lunograd', ['Lunograd', 'exact', undefined]],
  ] as const
  for (const [query, body, expected] of cases)
    it(`${query} in “${body}”`, () => {
      const [first] = evidenceFor({ query }, { body, language: /[а-я]/.test(body) ? 'uk' : 'en' }) ?? []
      assert.deepEqual([first?.words, first?.rule, first?.via], expected)
    })
  it('but not when it is asked for exactly', () =>
    assert.equal(markedWords('=Lunograd', { body: 'Lunohrad' }), undefined))
})

describe('an office is held on the day of the article', () => {
  const before = Date.parse('2024-09-30T23:00:00Z')
  const after = Date.parse('2024-10-01T01:00:00Z')
  const cases = [
    ['@guild-master', 'Thornby spoke', before, '[Thornby]'],
    ['@guild-master', 'Thornby spoke', after, undefined],
    ['@guild-master', 'Ben Quill spoke', after, '[Ben Quill] [Quill]'],
    ['@guild-master', 'Quill spoke', undefined, undefined],
    ['@guild-master', 'the Guild Master spoke', undefined, '[Guild Master]'],
    ['@guild-master', 'з Торнбі', before, '[Торнбі]'],
    ['@guild-master', 'с Квиллом', after, '[Квиллом]'],
    ['@guild-master', 'der Gildenmeister', after, '[Gildenmeister]'],
    ['@ada-thornby', 'Thornby', after, '[Thornby]'],
    ['@ada-thornby', 'Quill', after, undefined],
  ] as const
  for (const [query, body, publishedAt, words] of cases)
    it(`${query} in “${body}” at ${publishedAt ?? 'no date'}: ${words ?? 'nothing'}`, () =>
      assert.equal(markedWords(query, { body, ...(publishedAt !== undefined && { publishedAt }) }), words))

  it('and the evidence says since when', () => {
    const [first] = evidenceFor({ query: '@guild-master' }, { body: 'Thornby', publishedAt: before }) ?? []
    assert.deepEqual([first?.rule, first?.via], ['role', 'ada-thornby, guild-master from 2014-10-01 to 2024-10-01'])
  })
})

describe('weights add up', () => {
  const score = {
    atLeast: 10,
    terms: [
      { query: 'sanction*', weight: 4 },
      { query: '"asset freeze"~2', weight: 6 },
      { query: '=OFAC', weight: 8 },
      { query: 'basketball', weight: -20 },
    ],
  }
  const cases = [
    ['sanctions and an asset freeze', true],
    ['sanctions, sanctions, sanctions', false],
    ['sanctions by OFAC', true],
    ['sanctions by OFAC on basketball', false],
    ['basketball', false],
  ] as const
  for (const [body, isMatch] of cases)
    it(`${body}: ${isMatch}`, () => assert.equal(evidenceFor({ score }, { body }) !== undefined, isMatch))
})

describe('a topic is for its languages, feeds and outlets alone', () => {
  const cases = [
    [{ languages: ['uk', 'ru'] }, { language: 'uk' }, true],
    [{ languages: ['uk', 'ru'] }, { language: 'en' }, false],
    [{ languages: ['uk'] }, {}, false],
    [{ languages: ['en'] }, { language: 'en-GB' }, true],
    [{ feeds: ['gazette'] }, { feedId: 'gazette' }, true],
    [{ feeds: ['gazette'] }, { feedId: 'other' }, false],
    [{ outlets: ['The Gazette'] }, { outlet: 'the gazette' }, true],
    [{ outlets: ['The Gazette'] }, { outlet: 'Gazette' }, false],
  ] as const
  for (const [limits, text, isMatch] of cases)
    it(`${JSON.stringify(limits)} and ${JSON.stringify(text)}: ${isMatch}`, () =>
      assert.equal(evidenceFor({ any: ['peace'], ...limits }, { body: 'peace', ...text }) !== undefined, isMatch))
})
