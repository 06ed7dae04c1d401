import { unitWords as words } from '../../../locales/zh-CN/honours.ts'
import type { ApiProblem } from '../../../ui/apiProblem.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'

interface TwinQuestionProps {
  readonly problem: ApiProblem | undefined
  readonly confirmed: boolean
  readonly onConfirm: (confirmed: boolean) => void
}

/** Asked once the server knows a unit of a like name: is this one another? */
export function TwinQuestion({ problem, confirmed, onConfirm }: TwinQuestionProps) {
  if (!confirmed && problem?.is('near-twin') !== true) return null
  return (
    <CheckField checked={confirmed} onChange={onConfirm}>
      {words.otherUnit}
    </CheckField>
  )
}
