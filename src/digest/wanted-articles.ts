import type { MatchedArticle } from './digest.ts'
import type { DigestPlan } from './digest-plan.ts'

/** The articles a plan takes: in its languages, where the language is known. */
export function wantedArticles(plan: DigestPlan, articles: readonly MatchedArticle[]): readonly MatchedArticle[] {
  return articles.filter((article) => isInLanguage(plan, article))
}

function isInLanguage({ languages }: DigestPlan, { language }: MatchedArticle): boolean {
  if (languages === undefined || language === undefined) return true
  return languages.includes(language.split('-', 1)[0]?.toLowerCase() ?? '')
}
