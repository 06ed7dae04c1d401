import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { basisWords as words } from '../../../locales/zh-CN/honours.ts'
import { SideSheet } from '../../../ui/dialog/SideSheet.tsx'

type Basis = Answer<(typeof OPERATIONS)['listBases']>['bases'][number]

/** 批准文件: opened by whoever reads the basis, added by the level whose it is. */
export function BasisFiles({ basis, mine, onClose }: { basis: Basis; mine: boolean; onClose: () => void }) {
  const api = useApi()
  const request = useCommand(OPERATIONS.requestBasisFile)
  const attach = useCommand(OPERATIONS.attachBasisFile)
  const params = { basisId: basis.id }
  return (
    <SideSheet title={words.filesOf(basis.approvalNumber)} width={520} onClose={onClose}>
      <p>{basis.file}</p>
      <EvidenceFiles
        files={basis.files ?? []}
        attaching={mine ? { allowed: true } : undefined}
        testId="basis-file"
        open={({ id }) => api.call(OPERATIONS.openBasisFile, { params: { ...params, fileId: id } })}
        request={{ ...request, take: (body) => request.run({ params, ifMatch: basis.version, body }) }}
        attach={{
          ...attach,
          confirm: (slot) => attach.run({ params: { ...params, fileId: slot.id }, ifMatch: slot.version }),
        }}
      />
    </SideSheet>
  )
}
