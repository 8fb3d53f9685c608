import { articleId } from '../article/article-id.ts'
import { canonicalUrl } from '../feed/canonical-url.ts'
import type { ArchivedArticle } from '../store/archive-store.ts'
import { openStore } from '../store/open-store.ts'
import { isUrl } from './read-source.ts'

/** The article in the archive with this id or URL. */
export async function findArticle(databaseUrl: string, name: string): Promise<ArchivedArticle | undefined> {
  await using store = await openStore(databaseUrl)
  const names = isUrl(name) ? [name, articleId(canonicalUrl(name))] : [name]
  for (const each of names) {
    const found = await store.findArticle(each)
    if (found !== undefined) return found
  }
  return undefined
}
