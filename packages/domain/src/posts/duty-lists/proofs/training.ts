import type { DutyTraining } from '@anjie/contracts/vocabulary/posts/dutyTraining'
import type { ProvedBy } from './provedBy.ts'

/** 培训 that somebody of the post attended. */
export const provedByTraining = ({
  id,
  kind,
  on,
  title,
}: Pick<DutyTraining, 'kind' | 'on' | 'title'> & { readonly id: string }): ProvedBy => ({
  key: `training ${kind}`,
  on,
  result: 'done',
  title,
  record: { kind: 'duty-training', id },
})
