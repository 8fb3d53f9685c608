import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import type { ArticleTraits } from '../../src/story/story-article.ts'
import { takeTraits } from '../../src/story/take-traits.ts'
import { type BCubed, type PlacedTruth, scoreStories } from './score-stories.ts'
import { shuffled } from './seeded-random.ts'

/**
 * `node bench/accuracy/stories.ts FOLDER`: the stories found among labelled articles in one stream, by the settings of the
 * product. FOLDER/articles.jsonl has one article a line: id, event (the true story), topic, title, text. Three seeded orders,
 * their mean; and the figures of each fifth of the topics in a stream of its own.
 */
interface Labelled {
  readonly id: string
  readonly event: string
  readonly topic: number
  readonly title: string
  readonly text: string
}

interface Read {
  readonly label: Labelled
  readonly traits: ArticleTraits
}

const ORDERS = [1, 2, 3]
const FOLDS = 5
/** All articles are of one moment: the set has no dates. */
const AT = Date.UTC(2024, 0, 1)
const [folder] = process.argv.slice(2)

if (folder === undefined) {
  process.stderr.write('stories: expected a folder with articles.jsonl\n')
  process.exitCode = 2
} else {
  const articles = load(join(folder, 'articles.jsonl'))
  const topics = shuffled([...new Set(articles.map(({ label }) => label.topic))], 7)
  print('articles', 'stories', 'found', 'precision', 'recall', 'F1')
  report('all', articles)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = new Set(topics.filter((_, at) => at % FOLDS === fold))
    const some = articles.filter(({ label }) => kept.has(label.topic))
    if (some.length > 0) report(`fold ${fold + 1}`, some)
  }
}

function load(file: string): readonly Read[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const label: Labelled = JSON.parse(line)
    return { label, traits: traitsOf(label) }
  })
}

function traitsOf({ id, title, text }: Labelled): ArticleTraits {
  return takeTraits({
    articleId: id,
    title,
    text,
    passages: [{ start: 0, end: text.length }],
    labels: [],
    statements: [],
    language: 'en',
    publishedAt: AT,
    firstSeenAt: AT,
  })
}

function report(name: string, articles: readonly Read[]): void {
  const runs = ORDERS.map((seed) => group(shuffled(articles, seed)))
  const scores = runs.map(scoreStories)
  const mean = (of: (score: BCubed) => number): string =>
    (scores.reduce((sum, score) => sum + of(score), 0) / scores.length).toFixed(3)
  print(
    `${name}, ${articles.length}`,
    String(new Set(articles.map(({ label }) => label.event)).size),
    (runs.reduce((sum, run) => sum + new Set(run.map(({ found }) => found)).size, 0) / runs.length).toFixed(0),
    mean(({ precision }) => precision),
    mean(({ recall }) => recall),
    mean(({ f1 }) => f1),
  )
}

function group(articles: readonly Read[]): readonly PlacedTruth[] {
  const index = openStoryIndex()
  return articles.flatMap(({ label, traits }) =>
    index.place([traits]).map(({ storyId }) => ({ found: storyId, truth: label.event })),
  )
}

function print(...cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(14)).join('')}\n`)
}
