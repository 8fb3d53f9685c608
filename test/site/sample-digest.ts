import type { Publication } from '../../src/article/publication.ts'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { sampleArticle } from '../digest/sample-article.ts'
import { sampleInput } from '../digest/sample-input.ts'

/** A digest with an everyday item, one in another script, and one that means harm. */
export const sampleDigest: Digest = composeDigest({
  ...sampleInput,
  articles: [
    sampleArticle({
      articleId: 'plan',
      url: 'https://news.example/plan',
      title: 'A peace plan for the invented valley',
      text: 'Both sides of the valley looked at a peace plan. They meet again on Monday.',
      matched: { peace: ['peace plan'] },
    }),
    sampleArticle({
      articleId: 'arabic',
      url: 'https://news.example/arabic',
      outlet: 'صحيفة المثال',
      language: 'ar',
      title: 'خطة سلام للوادي',
      text: 'نظر الطرفان في خطة سلام. يلتقيان مرة أخرى.',
      matched: { peace: ['خطة سلام'] },
    }),
    sampleArticle({
      articleId: 'hostile',
      url: 'https://news.example/hostile',
      title: '</style><script>alert(1)</script><style>p{color:red}</style> style="color:red" NATO',
      text: 'The NATO said " style="position:fixed" onclick="alert(1). <img src=x onerror=alert(1)>',
      matched: { nato: ['NATO'] },
      labels: ['opinion'],
      quality: 'partial',
    }),
  ],
})

/** A story of three reports, one of them a copy. */
export const storyDigest: Digest = composeDigest({
  ...sampleInput,
  articles: ['Valley Post', 'Valley Mirror', 'Hill Courier'].map((outlet, index) =>
    sampleArticle({
      articleId: `valley-${index}`,
      url: `https://valley-${index}.example/plan`,
      outlet,
      storyId: 'valley',
      title: `The peace plan of the valley, told by ${outlet}`,
      published: publishedAt(sampleInput.now - (90 - 30 * index) * 60_000),
      firstSeenAt: sampleInput.now,
      ...(index === 1 && { copy: { ofArticleId: 'valley-0', relation: 'copy', share: 1 } as const }),
      matched: { peace: ['peace plan'] },
    }),
  ),
})

function publishedAt(at: number): Publication {
  return { at, precision: 'minute', zone: 'stated', source: 'meta', printed: new Date(at).toISOString() }
}
