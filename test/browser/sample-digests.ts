import type { Publication } from '../../src/article/publication.ts'
import { composeDigest, type DigestInput } from '../../src/digest/compose-digest.ts'
import type { Digest, MatchedArticle } from '../../src/digest/digest.ts'
import { drawMail } from '../../src/digest/draw-mail.ts'
import { type ArticleSketch, sampleArticle } from '../digest/sample-article.ts'
import { sampleInput } from '../digest/sample-input.ts'
import { sampleStatement } from '../digest/sample-statement.ts'

const links = {
  viewUrl: `https://desk.example/digest/${'token'.repeat(30)}`,
  unsubscribeUrl: `https://desk.example/unsubscribe/${'token'.repeat(30)}`,
}
const base: DigestInput = {
  ...sampleInput,
  plan: { ...sampleInput.plan, topics: ['bridge', 'strike', 'ferry', 'grain'] },
  topicNames: new Map([
    ['bridge', 'The Skerry bridge'],
    ['strike', 'Harbour strike'],
    ['ferry', 'Night ferries'],
    ['grain', 'Grain corridor'],
  ]),
  coverage: {
    feedCount: 24,
    articleCount: 1_183,
    failingFeeds: [{ name: 'Lowland Observer (lowland-top)', reason: '503: the server has a problem' }],
    silentFeeds: ['Tidewater Review (tidewater)'],
    partlyReadCount: 3,
  },
}

function at(time: string): Publication {
  const printed = `2024-06-14T${time}:00Z`
  return { at: Date.parse(printed), precision: 'minute', zone: 'stated', source: 'meta', printed }
}

const VOTE =
  '“We have waited three winters for this bridge, and we shall not wait for a fourth,” said the mayor. The ferry masters were promised that nobody would lose a berth.'

/** News of a country that is not on any map. */
const sketches: readonly ArticleSketch[] = [
  {
    articleId: 'vote',
    title: 'Island council votes to reopen the Skerry bridge before the winter',
    outlet: 'Saltmarsh Courier',
    published: at('03:42'),
    text: 'The council voted on Thursday night to reopen the Skerry bridge by the first of November, seven to five. Repairs to the northern pier are to be paid from the harbour fund.',
    storyId: 'vote',
    statements: [
      sampleStatement(VOTE, '“We have waited three winters for this bridge, and we shall not wait for a fourth”', {
        speaker: { name: 'Solveig Brekkhus' },
        role: { printed: 'the mayor of Skerry' },
        carriedBy: ['Orbis Press'],
      }),
      sampleStatement(VOTE, 'nobody would lose a berth', { kind: 'indirect', speaker: { name: 'The harbour fund' } }),
    ],
    matched: { bridge: ['Skerry bridge', 'northern pier'], ferry: ['harbour'] },
  },
  {
    articleId: 'pier',
    title: '“We were told it would hold”: engineers on the pier that moved',
    outlet: 'The Lowland Post',
    published: at('02:10'),
    text: 'Two engineers who inspected the Skerry bridge in spring say that their warning about the northern pier was left in a drawer. The ministry said that it will answer after reading the report.',
    labels: ['paywalled'],
    quality: 'partial',
    matched: { bridge: ['Skerry bridge', 'northern pier'] },
  },
  {
    articleId: 'cyrillic',
    title: 'Міст на острів відкриють до зими, вирішила рада',
    outlet: 'Вісті Примор’я',
    language: 'uk',
    published: at('00:55'),
    text: 'Рада проголосувала за відкриття мосту на Скеррі до першого листопада. Поромна лінія працюватиме до весни.',
    matched: { bridge: ['мосту на Скеррі'] },
  },
  {
    articleId: 'strike',
    title: 'Dockers and port agree to talk, and the cranes stand still until Sunday',
    outlet: 'Meridian Wire',
    published: at('04:20'),
    text: 'The dockers’ union and the port authority agreed on Friday to talks under a mediator. The harbour strike goes on until Sunday in any case, the union said.',
    matched: { strike: ['harbour strike', 'dockers’ union'] },
  },
  {
    articleId: 'opinion',
    title: 'A strike is a question. Who answers?',
    outlet: 'Northern Review of Ports',
    text: 'The harbour strike asks who owns the hour between two ships. Nobody in the capital seems to want to say.',
    labels: ['opinion', 'generated-with-ai'],
    matched: { strike: ['harbour strike'] },
  },
  {
    articleId: 'arabic',
    title: 'إضراب الميناء يدخل يومه العاشر',
    outlet: 'صحيفة المثال',
    language: 'ar',
    published: at('01:15'),
    text: 'دخل إضراب الميناء يومه العاشر دون اتفاق. ويلتقي الطرفان يوم الأحد.',
    quality: 'summary-only',
    matched: { strike: ['إضراب الميناء'] },
  },
]
/** A story of three outlets with what was said, and one that goes on. */
const storySketches: readonly ArticleSketch[] = [
  {
    articleId: 'vote-copy',
    title: 'Skerry bridge to reopen',
    outlet: 'Harbour Mirror',
    storyId: 'vote',
    published: at('03:50'),
    copy: { ofArticleId: 'vote', relation: 'copy', share: 0.98 },
    labels: ['generated-with-ai'],
    matched: { bridge: ['Skerry bridge'] },
  },
  {
    articleId: 'vote-arabic',
    title: 'جسر سكيري يفتح قبل الشتاء',
    outlet: 'صحيفة المثال',
    language: 'ar',
    storyId: 'vote',
    published: at('03:30'),
    text: 'قالت العمدة: «لن ننتظر شتاءً رابعاً». وصوّت المجلس ليلاً.',
    statements: [
      sampleStatement('قالت العمدة: «لن ننتظر شتاءً رابعاً»', '«لن ننتظر شتاءً رابعاً»', {
        speaker: { name: 'سولفيغ بريكوس' },
      }),
    ],
    matched: { bridge: ['المجلس'] },
  },
  {
    articleId: 'cranes',
    title: 'Port offers crane drivers a sixth week of leave',
    outlet: 'Lowland Observer',
    storyId: 'cranes',
    published: at('04:40'),
    text: 'The port offered crane drivers a sixth week of leave on Friday. The harbour strike has cost it 4.1 million so far.',
    newFacts: [
      { kind: 'number', words: 'sixth week', start: 0, end: 63 },
      { kind: 'number', words: '4.1 million', start: 64, end: 115 },
    ],
    matched: { strike: ['harbour strike'] },
  },
  { articleId: 'cranes-again', storyId: 'cranes', outlet: 'Coast Wire', newFacts: [], matched: { strike: ['first'] } },
]
const before = [{ storyId: 'cranes', told: [{ articleId: 'cranes-0', outlet: 'Coast Wire', agencies: [] }] }]
const articles: readonly MatchedArticle[] = [...sketches, ...storySketches].map((sketch) =>
  sampleArticle({ ...sketch, url: `https://news.example/2024/06/14/${sketch.articleId}` }),
)

const UGLY = `</p><script>alert(1)</script> \u202e ${'w'.repeat(400)}`
const hostile = sampleArticle({
  articleId: 'hostile',
  statements: [sampleStatement(UGLY, UGLY, { speaker: { name: UGLY }, role: { printed: UGLY }, carriedBy: [UGLY] })],
  url: 'https://news.example/hostile',
  title: `</td></table><script>alert(1)</script> \u202e harbour strike ${'w'.repeat(10_000)}`,
  outlet: '"><img src=x onerror=alert(1)>',
  text: `${'Harbourstrikewithoutanyspace'.repeat(60)} harbour strike`,
  matched: { strike: ['harbour strike'] },
})

/** Far more than has room: every address as long as any, and topics of very different size. */
const flood = Array.from({ length: 1_000 }, (_, index) =>
  sampleArticle({
    articleId: `flood-${index}`,
    url: `https://news.example/${'section/'.repeat(33)}${index}`.padEnd(300, 'x'),
    title: `Report ${index} on the harbour strike, and what the ferries and the bridge have to do with it`,
    text: 'The harbour strike goes on, said the union, and the bridge stays closed until the port answers. Nobody could say when the ferries will sail again.',
    matched: { [index % 9 === 0 ? 'ferry' : 'strike']: ['harbour strike', 'ferries'] },
  }),
)

const daily: Digest = { ...composeDigest({ ...base, articles, before }), links }

/** The mails a reader may get, each drawn as it is sent. */
export const sampleDigests = {
  daily,
  hostile: composeDigest({ ...base, articles: [hostile, ...articles], before }),
  flood: drawMail({ ...composeDigest({ ...base, articles: flood }), links }).digest,
  quiet: { ...composeDigest(base), coveredDays: 7 },
  late: {
    ...daily,
    coveredDays: 2,
    notice:
      'An edit of topics.yaml was not taken over: line 92, expected a list of phrases. This mail was made with the config before it.',
  },
  week: {
    ...composeDigest({ ...base, plan: { ...base.plan, every: 'week', name: 'The week' }, articles, before }),
    week: {
      articleCount: 31,
      articleCountBefore: 28,
      topics: [
        { topicName: 'The Skerry bridge', articleCount: 17, articleCountBefore: 9 },
        { topicName: 'Harbour strike', articleCount: 14, articleCountBefore: 19 },
        { topicName: 'Night ferries', articleCount: 2, articleCountBefore: 2 },
        { topicName: 'Grain corridor', articleCount: 0, articleCountBefore: 0 },
      ],
    },
    links,
  },
  instant: {
    ...composeDigest({
      ...base,
      plan: { ...base.plan, every: 'instant', name: 'At once' },
      articles: articles.slice(0, 1),
    }),
    links,
  },
} satisfies Readonly<Record<string, Digest>>
