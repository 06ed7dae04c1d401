import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useEveryPage } from '../../../app/api/useEveryPage.ts'
import { ManyCases, type ManyVerb } from '../../../app/many/ManyCases.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { entryWords } from '../../../locales/zh-CN/submissions.ts'

type Row = ListRowOf<'submission'>

/** Several forms with one opinion: a county verifies what its units filled in, a city accepts what its counties verified. */
export default function ManyForms({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const api = useApi()
  const isVerifier = mayCall(me.roles, OPERATIONS.verifySubmission)
  const status = isVerifier ? 'submitted' : 'verified'
  const list = useEveryPage(OPERATIONS.listSubmissions, { query: { status } }, { enabled: true })
  const at = (row: Row) => ({ params: { submissionId: row.id }, ifMatch: row.version })
  const opinionOf = (text: string) => (text === '' ? {} : { opinion: text })
  const pass: ManyVerb<Row> = isVerifier
    ? {
        label: entryWords.verbs.verify,
        wantsText: false,
        call: (row, text, idempotencyKey) =>
          api.call(OPERATIONS.verifySubmission, { ...at(row), body: opinionOf(text) }, { idempotencyKey }),
      }
    : {
        label: entryWords.verbs.accept,
        wantsText: false,
        call: (row, text, idempotencyKey) =>
          api.call(OPERATIONS.acceptSubmission, { ...at(row), body: opinionOf(text) }, { idempotencyKey }),
      }
  const sendBack: ManyVerb<Row> = {
    label: entryWords.verbs.return,
    wantsText: true,
    call: (row, reason, idempotencyKey) =>
      api.call(
        OPERATIONS.returnSubmission,
        { ...at(row), body: { reason, to: isVerifier ? 'draft' : 'submitted' } },
        { idempotencyKey },
      ),
  }
  return <ManyCases rows={list.data} verbs={[pass, sendBack]} onClose={onClose} />
}
