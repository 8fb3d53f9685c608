import { type CountAgreement, compareCounts } from './compare-counts.ts'
import type { LikenessTo } from './open-likeness.ts'
import { likenessToSum, type OpenMember, type OpenStory } from './open-story.ts'
import type { ArticleTraits } from './story-article.ts'
import type { StoryVector } from './word-space.ts'

/** How like an article is to a story: 0 to 1, and a little more or less by what both count. */
export interface Likeness {
  readonly story: OpenStory
  readonly score: number
  readonly nearest: OpenMember
  readonly agreement: CountAgreement
}

/** An article in the measures of the stream. */
export interface Weighed {
  readonly traits: ArticleTraits
  readonly vector: StoryVector
}

interface Near {
  readonly nearest: OpenMember
  readonly near: number
}

const STORY_SHARE = 0.7
/** For each unit of which both say the same, and for each of which they differ; a few are as good as many. */
const OF_SAME = 0.02
const OF_OTHER = 0.035
const MOST_UNITS = 3
/** After so long, a story must be twice as like. */
const HALF_LIFE_MS = 7 * 86_400_000
/** Stories scored as a whole: those with the nearest articles. */
const MOST_STORIES = 8

/**
 * 0.7 of the likeness to the story as a whole and 0.3 of that to its nearest article, less with the time between; the likest
 * first.
 * @param members of any stories, likely to be near
 */
export function scoreLikeness(
  article: Weighed,
  members: readonly OpenMember[],
  likeness: LikenessTo,
): readonly Likeness[] {
  likeness.from(article.vector)
  return [...nearestOfStories(members, likeness).values()]
    .sort((left, right) => right.near - left.near)
    .slice(0, MOST_STORIES)
    .map((near) => scoreStory(article, near))
    .sort((left, right) => right.score - left.score)
}

function nearestOfStories(members: readonly OpenMember[], likeness: LikenessTo): ReadonlyMap<OpenStory, Near> {
  const nearest = new Map<OpenStory, Near>()
  for (const member of members) {
    const near = likeness.to(member.vector)
    if (near > (nearest.get(member.story)?.near ?? -1)) nearest.set(member.story, { nearest: member, near })
  }
  return nearest
}

function scoreStory({ traits, vector }: Weighed, { nearest, near }: Near): Likeness {
  const { story } = nearest
  const whole = story.sum.only === undefined ? likenessToSum(vector, story.sum) : near
  const gapMs = Math.max(0, traits.at - story.lastAt, story.firstAt - traits.at)
  const like = (STORY_SHARE * whole + (1 - STORY_SHARE) * near) * 2 ** (-gapMs / HALF_LIFE_MS)
  const agreement = compareCounts(traits.counts, story.told)
  return { story, score: like + weighAgreement(agreement), nearest, agreement }
}

function weighAgreement({ sameCount, otherCount }: CountAgreement): number {
  return OF_SAME * Math.min(sameCount, MOST_UNITS) - OF_OTHER * Math.min(otherCount, MOST_UNITS)
}
