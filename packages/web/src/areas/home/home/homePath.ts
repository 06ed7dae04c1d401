import type { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Answer } from '../../../app/api/operationTypes.ts'

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
  batch: (id) => `/batches/${id}`,
  scorecard: (id) => `/cycles/${id}/scorecard`,
  'league-table': (id) => `/cycles/${id}/league-table`,
  titles: () => '/titles',
} as const satisfies Record<HomeLine['page'], (id: string) => string>

/** Where one acts on it. */
export const homePathOf = ({ page, pageId }: Pick<HomeLine, 'page' | 'pageId'>): string => PATHS[page](pageId)
