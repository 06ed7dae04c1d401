import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { mayCall, useMe } from '../../../app/me.ts'

/** One line of the home page. */
export type HomeLine = Answer<(typeof OPERATIONS)['getHome']>['toDo'][number]

const PATHS = {
  submission: (id) => `/submissions/${id}`,
  application: (id) => `/applications/${id}`,
  appeal: (id) => `/appeals/${id}`,
  scheme: (id) => `/schemes/${id}`,
  cycle: (id) => `/cycles/${id}`,
  run: (id) => `/runs/${id}`,
  round: (id) => `/rounds/${id}`,
  objection: (id) => `/objections/${id}`,
  batch: (id) => `/batches/${id}`,
  'county-honours': (county) => `/county-honours?county=${county}`,
  scorecard: (id) => `/cycles/${id}/scorecard`,
  'league-table': (id) => `/cycles/${id}/league-table`,
  titles: () => '/titles',
  bars: (id) => `/bars/${id}`,
  recheck: (id) => `/rechecks/${id}`,
  campaign: (id) => `/recheck-campaigns/${id}`,
  'move-plan': (id) => `/move-plans/${id}`,
  measure: (id) => `/measures/${id}`,
  rectification: (id) => `/rectifications/${id}`,
  'duty-post': (id) => `/duty-posts/${id}`,
  'duty-lists': (id) => `/duty-lists/${id}`,
  'duty-performance': (id) => `/duty-posts/${id}/performance`,
  'duty-event': (id) => `/duty-events/${id}`,
  procedure: (id) => `/cycles/${id}/procedure`,
  'procedure-paper': (id) => `/procedure-papers/${id}`,
} as const satisfies Record<HomeLine['page'], (id: string) => string>

/** Where this post acts on it or reads it; undefined where its page is not the post's to open. */
export function useHomePath(): (row: Pick<HomeLine, 'page' | 'pageId'>) => string | undefined {
  const { roles } = useMe()
  return ({ page, pageId }) => (page === 'run' && !mayCall(roles, OPERATIONS.getRun) ? undefined : PATHS[page](pageId))
}
