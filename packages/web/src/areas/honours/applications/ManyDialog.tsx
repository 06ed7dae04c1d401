import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useEveryPage } from '../../../app/api/useEveryPage.ts'
import { ManyCases, type ManyVerb } from '../../../app/many/ManyCases.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { applicationWords } from '../../../locales/zh-CN/honours.ts'

type Row = ListRowOf<'application'>

/** To where many are sent back: the applicant, or the step below the one that they wait at. */
const BACK = { submitted: 'draft', recommended: 'submitted', accepted: 'recommended' } as const

/** Several applications with one opinion, of all pages of the list. */
export default function ManyDialog({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const api = useApi()
  const list = useEveryPage(OPERATIONS.listApplications, { query: { stage: 'open' } }, { enabled: true })
  const at = (row: Row) => ({ params: { applicationId: row.id }, ifMatch: row.version })
  const words = applicationWords.verbs
  const verbs: readonly (ManyVerb<Row> & { readonly operation: (typeof OPERATIONS)[keyof typeof OPERATIONS] })[] = [
    {
      operation: OPERATIONS.recommendApplication,
      label: words.recommend,
      wantsText: true,
      call: (row, opinion, idempotencyKey) =>
        api.call(OPERATIONS.recommendApplication, { ...at(row), body: { opinion } }, { idempotencyKey }),
    },
    {
      operation: OPERATIONS.returnApplication,
      label: words.return,
      wantsText: true,
      call: (row, reason, idempotencyKey) => {
        const to = BACK[row.status as keyof typeof BACK] ?? 'draft'
        return api.call(OPERATIONS.returnApplication, { ...at(row), body: { reason, to } }, { idempotencyKey })
      },
    },
    {
      operation: OPERATIONS.holdApplication,
      label: words.hold,
      wantsText: true,
      call: (row, reason, idempotencyKey) =>
        api.call(OPERATIONS.holdApplication, { ...at(row), body: { reason } }, { idempotencyKey }),
    },
    {
      operation: OPERATIONS.releaseApplication,
      label: words.release,
      wantsText: true,
      call: (row, opinion, idempotencyKey) =>
        api.call(OPERATIONS.releaseApplication, { ...at(row), body: { opinion } }, { idempotencyKey }),
    },
    {
      operation: OPERATIONS.rejectApplication,
      label: words.reject,
      wantsText: true,
      isDanger: true,
      call: (row, reason, idempotencyKey) =>
        api.call(OPERATIONS.rejectApplication, { ...at(row), body: { reason } }, { idempotencyKey }),
    },
  ]
  return (
    <ManyCases
      rows={list.data}
      verbs={verbs.filter(({ operation }) => mayCall(me.roles, operation))}
      onClose={onClose}
    />
  )
}
