import type { Command } from 'commander'
import { publicationDay } from '../article/publication-day.ts'
import { loadConfig } from '../config/load-config.ts'
import { countNoun } from '../digest/count-noun.ts'
import { openStore, type Store } from '../store/open-store.ts'
import type { Story } from '../store/story-view-store.ts'
import { independentOutlets } from '../story/independent-outlets.ts'
import { familiesOf } from './families-of.ts'
import { loadEnvironment } from './load-environment.ts'
import { renderRuns } from './render-runs.ts'
import { outletsOf, renderStory, titleOf } from './render-story.ts'
import { sinceOption } from './since-option.ts'
import { addStoryDecisions } from './story-decisions.ts'
import { print, printJson, say, table } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const DEFAULT_SINCE_MS = 7 * 24 * 60 * 60_000

export function addStory(program: Command): void {
  const story = program.command('story').description('See which articles are about the same event, and correct it.')
  story
    .command('list')
    .description('Stories with articles that came lately, the last first: id, day, outlets, independent ones, title.')
    .option('--since <time>', 'to which an article came since: 30d, 12h or a day (default: 7d)', sinceOption)
    .option('--json', 'as JSON')
    .action(list)
  story
    .command('show <id>')
    .description(
      'One story (its id, or that of an article): outlets, independent ones, and when who brought what that was new.',
    )
    .option('--json', 'as JSON')
    .action(show)
  addStoryDecisions(story)
}

async function list(flags: { readonly since?: number; readonly json?: true }): Promise<void> {
  const { store, families } = await openStories()
  await using _store = store
  const stories = await store.loadStories({ since: flags.since ?? Date.now() - DEFAULT_SINCE_MS, families })
  if (flags.json) return printJson(stories.map(summaryOf))
  if (stories.length === 0) return say('no stories yet')
  print(table(stories.map(rowOf)))
}

async function show(id: string, flags: { readonly json?: true }): Promise<void> {
  const { store, families } = await openStories()
  await using _store = store
  const storyId = await store.findStoryId(id)
  const story = storyId === undefined ? undefined : await store.loadStory({ storyId, families })
  if (story === undefined) throw new UsageError(`story show: expected an id of \`story list\`, got ${id}`)
  if (flags.json) return printJson({ ...summaryOf(story), articles: story.articles.map(articleOf) })
  print(renderStory(story, await loadDays(store, story)))
}

/** Article id -> day, of those whose page says no more than the day. */
async function loadDays(store: Store, { articles }: Story): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>()
  for (const { articleId } of articles) {
    const published = (await store.loadArticle(articleId))?.reading?.published
    if (published?.precision === 'day') days.set(articleId, publicationDay(published))
  }
  return days
}

async function openStories(): Promise<{ readonly store: Store; readonly families: ReadonlyMap<string, string> }> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  return { store: await openStore(environment.databaseUrl), families: familiesOf(config) }
}

function rowOf(story: Story): readonly string[] {
  const { outlets, independent } = outletsOf(story)
  const day = new Date(story.lastAt).toISOString().slice(0, 10)
  const count = `${countNoun(outlets.length, 'outlet')}, ${independent.length} independent`
  return [
    story.storyId,
    day,
    countNoun(story.articles.length, 'article'),
    count,
    renderRuns([{ text: titleOf(story), marked: false }]),
  ]
}

function summaryOf(story: Story) {
  return {
    storyId: story.storyId,
    title: titleOf(story),
    lastAt: new Date(story.lastAt).toISOString(),
    articleCount: story.articles.length,
    outlets: [...new Set(story.articles.map(({ outlet }) => outlet))],
    independent: independentOutlets(story.articles),
  }
}

function articleOf({ at, ...article }: Story['articles'][number]) {
  return { ...article, at: new Date(at).toISOString() }
}
