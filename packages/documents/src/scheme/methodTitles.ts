import { scoringRules } from '@anjie/domain/scoring/index'

/** What each scoring method is called. */
export const METHOD_TITLES: ReadonlyMap<unknown, string> = new Map<unknown, string>(
  Object.entries(scoringRules).map(([method, rule]) => [method, rule.title]),
)
