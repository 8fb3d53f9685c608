import type { PeopleBook } from '../person/person.ts'
import type { ArchivedArticle, ArchivePlace, ArchiveSpan } from '../store/archive-store.ts'
import type { Store } from '../store/open-store.ts'
import type { MatchedText } from '../topic/matched-text.ts'
import { textOfReading } from '../topic/text-of-reading.ts'

const PAGE_SIZE = 500

export interface ScannedArticle extends ArchivedArticle {
  readonly text: MatchedText
}

export interface ArchiveScan {
  readonly span: ArchiveSpan
  /** By whom speakers are known. */
  readonly people: PeopleBook
}

/**
 * Every read article that was first seen within a span, oldest first.
 * @param onScanned told how many more were done
 */
export async function* scanArchive(
  store: Store,
  { span, people }: ArchiveScan,
  onScanned: (count: number) => void,
): AsyncGenerator<ScannedArticle, undefined> {
  let after: ArchivePlace | undefined
  do {
    const page = await store.loadArchivePage({ ...span, after, limit: PAGE_SIZE })
    for (const archived of page.articles) {
      const { article } = archived
      if (article.reading === undefined) continue
      yield { ...archived, text: textOfReading({ ...article, reading: article.reading }, people) }
    }
    onScanned(page.articles.length)
    after = page.next
  } while (after !== undefined)
}
