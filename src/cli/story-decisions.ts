import type { Command } from 'commander'
import { countNoun } from '../digest/count-noun.ts'
import { openStore, type Store } from '../store/open-store.ts'
import type { Story } from '../store/story-view-store.ts'
import { loadEnvironment } from './load-environment.ts'
import { titleOf } from './render-story.ts'
import { say } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const LONGEST_TITLE = 300

/** What people decide about stories: it stands, whatever is grouped later. */
export function addStoryDecisions(story: Command): void {
  story
    .command('merge <id> <into>')
    .description('Put all articles of a story, and those still to come to it, into another one.')
    .action(merge)
  story.command('split <id> <article...>').description('Put these articles of a story into a new one.').action(split)
  story.command('rename <id> <title>').description('Give a story a title of your own.').action(rename)
}

async function merge(id: string, into: string): Promise<void> {
  await using store = await openStore(loadEnvironment().databaseUrl)
  const story = await findStory(store, 'merge', id)
  const target = await findStory(store, 'merge', into)
  if (story.storyId === target.storyId)
    throw new UsageError(`story merge: expected two stories, got ${story.storyId} twice`)
  await store.mergeStories({ storyId: story.storyId, intoId: target.storyId, at: Date.now() })
  const count = story.articles.length + target.articles.length
  say(`${target.storyId}: ${titleOf(target)}, now of ${countNoun(count, 'article')}; ${story.storyId} leads there`)
}

async function split(id: string, articleIds: readonly string[]): Promise<void> {
  await using store = await openStore(loadEnvironment().databaseUrl)
  const story = await findStory(store, 'split', id)
  const known = story.articles.map(({ articleId }) => articleId)
  const chosen = [...new Set(articleIds)]
  const stranger = chosen.find((each) => !known.includes(each))
  if (stranger !== undefined) {
    throw new UsageError(`story split: expected an id of an article of ${story.storyId}, got ${stranger}`)
  }
  if (chosen.length === known.length)
    throw new UsageError('story split: expected some of the articles, got all of them')
  const newId = await store.splitStory({ storyId: story.storyId, articleIds: chosen, at: Date.now() })
  say(`${newId}: a new story of ${chosen.length}; ${story.storyId} keeps ${known.length - chosen.length}`)
}

async function rename(id: string, title: string): Promise<void> {
  const clean = title.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (clean === '' || clean.length > LONGEST_TITLE) {
    throw new UsageError(`story rename: expected a title of 1 to ${LONGEST_TITLE} characters, got ${clean.length}`)
  }
  await using store = await openStore(loadEnvironment().databaseUrl)
  const { storyId } = await findStory(store, 'rename', id)
  await store.renameStory({ storyId, title: clean, at: Date.now() })
  say(`${storyId}: ${clean}`)
}

async function findStory(store: Store, command: string, id: string): Promise<Story> {
  const storyId = await store.findStoryId(id)
  const story = storyId === undefined ? undefined : await store.loadStory({ storyId })
  if (story === undefined) throw new UsageError(`story ${command}: expected an id of \`story list\`, got ${id}`)
  return story
}
