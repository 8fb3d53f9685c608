import type { StoryIndex } from './story-index.ts'

/** An index without members. */
export function openStoryIndex(): StoryIndex {
  return {
    add: () => {},
    place: (batch) =>
      batch.map(({ articleId }) => ({
        articleId,
        storyId: articleId,
        isNewStory: true,
        why: 'the first',
        newFacts: [],
      })),
    expire: () => {},
  }
}
