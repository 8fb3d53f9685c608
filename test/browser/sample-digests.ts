import type { Publication } from '../../src/article/publication.ts'
import { composeDigest, type DigestInput } from '../../src/digest/compose-digest.ts'
import type { Digest, MatchedArticle } from '../../src/digest/digest.ts'
import { drawMail } from '../../src/digest/draw-mail.ts'
import { type ArticleSketch, sampleArticle } from '../digest/sample-article.ts'
import { sampleInput } from '../digest/sample-input.ts'

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

/** News of a country that is not on any map. */
const sketches: readonly ArticleSketch[] = [
  {
    articleId: 'vote',
    title: 'Island council votes to reopen the Skerry bridge before the winter',
    outlet: 'Saltmarsh Courier',
    published: at('03:42'),
    text: 'The council voted on Thursday night to reopen the Skerry bridge by the first of November, seven to five. Repairs to the northern pier are to be paid from the harbour fund.',
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
const articles: readonly MatchedArticle[] = sketches.map((sketch) =>
  sampleArticle({ ...sketch, url: `https://news.example/2024/06/14/${sketch.articleId}` }),
)

const hostile = sampleArticle({
  articleId: 'hostile',
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

const daily: Digest = { ...composeDigest({ ...base, articles }), links }

/** The mails a reader may get, each drawn as it is sent. */
export const sampleDigests = {
  daily,
  hostile: composeDigest({ ...base, articles: [hostile, ...articles] }),
  flood: drawMail({ ...composeDigest({ ...base, articles: flood }), links }).digest,
  quiet: { ...composeDigest(base), coveredDays: 7 },
  late: {
    ...daily,
    coveredDays: 2,
    notice:
      'An edit of topics.yaml was not taken over: line 92, expected a list of phrases. This mail was made with the config before it.',
  },
  week: {
    ...composeDigest({ ...base, plan: { ...base.plan, every: 'week', name: 'The week' }, articles }),
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
