import type { JsonLdArticle } from './read-json-ld.ts'
import type { Metadata } from './read-metadata.ts'
import type { Label } from './reading.ts'

const MADE_WITH_AI =
  /(?:generated|created|written|produced|translated|summari[sz]ed|erstellt|verfasst|généré|rédigé|wygenerowan\p{L}*|створен\p{L}*|згенерован\p{L}*|создан\p{L}*|сгенерирован\p{L}*)\s(?:\p{L}+\s){0,4}?(?:AI|A\.I\.|artificial intelligence|KI|künstlicher Intelligenz|IA|intelligence artificielle|AI|sztuczn\p{L}* inteligencj\p{L}*|ШІ|штучн\p{L}* інтелект\p{L}*|ИИ|искусственн\p{L}* интеллект\p{L}*)(?!\p{L})/iu
const ABOUT_THIS_PAGE =
  /\b(?:this (?:article|story|text|content|summary|page)|dieser (?:artikel|text)|cet article|ten (?:artykuł|tekst)|(?:ця|цей|эта|этот) (?:стаття|текст|статья))/iu
const SPONSORED =
  /^(?:sponsored(?: content| post)?|paid (?:content|post)|advertorial|partner content|anzeige|реклама|промо|contenu sponsorisé|artykuł sponsorowany)[.:]?$/i
const OPINION =
  /^(?:opinion|opinions|op-ed|comment|commentary|column|kommentar|meinung|tribune|opinia|колонка|думка|мнение|погляд)[.:]?$/i
const LIVE = /^(?:live(?: updates| blog)?|liveblog|live-ticker|онлайн|en direct|na żywo)[.:]?$/i

export interface LabelSources {
  readonly jsonLd: JsonLdArticle | undefined
  readonly metadata: Metadata
  /** Texts of the page's blocks, furniture with them: notices are often set apart. */
  readonly texts: readonly string[]
  /** Short texts around the title, where a page says what it is. */
  readonly headline: readonly string[]
  /** Whether the text ends where a paywall begins. */
  readonly isTeaser: boolean
}

export function findLabels(sources: LabelSources): readonly Label[] {
  const types = sources.jsonLd?.types ?? []
  const kickers = [...sources.headline, sources.metadata.section ?? '']
  const labels: readonly (readonly [Label, boolean])[] = [
    ['generated-with-ai', sources.texts.some(isAiNotice)],
    ['sponsored', types.includes('AdvertiserContentArticle') || kickers.some((text) => SPONSORED.test(text))],
    ['live-blog', types.includes('LiveBlogPosting') || kickers.some((text) => LIVE.test(text))],
    ['opinion', types.includes('OpinionNewsArticle') || kickers.some((text) => OPINION.test(text))],
    ['paywalled', sources.isTeaser || sources.jsonLd?.isFree === false],
  ]
  return labels.filter(([, isTrue]) => isTrue).map(([label]) => label)
}

/** A word by itself that says what kind of article this is. */
export function isKicker(text: string): boolean {
  return SPONSORED.test(text) || OPINION.test(text) || LIVE.test(text)
}

/** A note about the page itself, not a sentence about machines: short, and in brackets or naming "this article". */
export function isAiNotice(text: string): boolean {
  if (text.length > 300 || !MADE_WITH_AI.test(text)) return false
  return ABOUT_THIS_PAGE.test(text) || /^[[(*].*[\])*]$/.test(text) || text.length <= 60
}
