import type { RecordKind } from '@anjie/contracts/vocabulary/records'

const PAGES: Partial<Record<RecordKind, string>> = {
  'catalogue-item': '/catalogue',
  scheme: '/schemes',
  cycle: '/cycles',
  submission: '/submissions',
  run: '/runs',
  round: '/rounds',
  application: '/applications',
  appeal: '/appeals',
  batch: '/batches',
  objection: '/objections',
  recheck: '/rechecks',
  campaign: '/recheck-campaigns',
  'import-batch': '/imports',
  'move-plan': '/move-plans',
  measure: '/measures',
  rectification: '/rectifications',
  'duty-lists': '/duty-lists',
  'duty-event': '/duty-events',
  'duty-training': '/duty-trainings',
  'procedure-paper': '/procedure-papers',
  'duty-post': '/duty-posts',
  dispute: '/disputes',
}

/** The page of one record; undefined for kinds that have none of their own. */
export function pathOf(row: { readonly kind: string; readonly id: string }): string | undefined {
  const page = new Map(Object.entries(PAGES)).get(row.kind)
  return page === undefined ? undefined : `${page}/${row.id}`
}
