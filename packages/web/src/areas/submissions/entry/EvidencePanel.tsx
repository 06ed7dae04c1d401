import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import type { SubmissionCase } from './submissionCase.ts'

/** 佐证材料 of one item of a form. */
export function EvidencePanel({ found, item }: { found: SubmissionCase; item: DataItem }) {
  const api = useApi()
  const { state, version, allowed } = found
  const params = { submissionId: state.id }
  const request = useCommand(OPERATIONS.requestEvidenceUpload)
  const attach = useCommand(OPERATIONS.attachEvidence)
  const remove = useCommand(OPERATIONS.removeEvidence)
  return (
    <section className="panel stack" aria-label={`${item.name} ${words.evidence}`}>
      <h2>{words.evidence}</h2>
      <EvidenceFiles
        files={state.evidence.filter((file) => file.item === item.code)}
        alsoAccepts={found.cycle.alsoAccepts}
        attaching={allowed.find((entry) => entry.action === 'attach')}
        testId={`evidence-${item.code}`}
        open={({ id }) => api.call(OPERATIONS.openEvidence, { params: { ...params, evidenceId: id } })}
        request={{
          ...request,
          take: (file) => request.run({ params, ifMatch: version, body: { item: item.code, ...file } }),
        }}
        attach={{
          ...attach,
          confirm: (slot) => attach.run({ params: { ...params, evidenceId: slot.id }, ifMatch: slot.version }),
        }}
        remove={{
          ...remove,
          take: ({ id }) => remove.run({ params: { ...params, evidenceId: id }, ifMatch: version }),
        }}
      />
    </section>
  )
}
