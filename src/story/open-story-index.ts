import { byTime } from './by-time.ts'
import { chooseStory, explainChoice, type StoryChoice } from './choose-story.ts'
import { type OpenStories, openStories } from './open-stories.ts'
import { newestTraits } from './open-story.ts'
import type { ArticleTraits } from './story-article.ts'
import type { Placement, StoryIndex } from './story-index.ts'
import { whatIsNew } from './what-is-new.ts'
import type { StoryVector } from './word-space.ts'

/** An index without members. One pass in the order of arrival; within a batch in the order of time. */
export function openStoryIndex(): StoryIndex {
  const stories = openStories()
  return {
    add: ({ storyId, traits }) => stories.take(storyId, traits, stories.weigh(traits)),
    place: (batch) => batch.toSorted(byTime).map((traits) => placeArticle(stories, traits)),
    expire: stories.expire,
  }
}

function placeArticle(stories: OpenStories, traits: ArticleTraits): Placement {
  const vector = stories.weigh(traits)
  const choice = choose(stories, traits, vector)
  const storyId = choice.kind === 'alone' ? traits.articleId : choice.story.storyId
  const newFacts = choice.kind === 'like' ? whatIsNew(traits, newestTraits(choice.story)) : []
  stories.take(storyId, traits, vector)
  return {
    articleId: traits.articleId,
    storyId,
    isNewStory: choice.kind === 'alone',
    why: explainChoice(choice),
    ...(choice.kind === 'copy' && { copy: choice.copy }),
    newFacts,
  }
}

/** A copy goes with its original. */
function choose(stories: OpenStories, traits: ArticleTraits, vector: StoryVector): StoryChoice {
  const found = stories.findCopy(traits)
  if (found?.isOfOtherEvent === false) return { kind: 'copy', story: found.story, copy: found.copy }
  const shared = stories.findQuotes(traits)
  const ranked = stories.rank(traits, vector, shared.keys()).filter(({ story }) => story !== found?.story)
  return chooseStory({ traits, ranked, shared, articleCount: stories.articleCount() })
}
