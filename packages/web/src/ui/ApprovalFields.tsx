import { commonWords as words } from '../locales/zh-CN/common.ts'
import { DateField } from './form/DateField.tsx'
import { TextField } from './form/TextField.tsx'

/** By which document a change of units was approved, and since when it holds. */
export interface Approval {
  readonly on: string
  readonly approvalReference: string
}

/** Whether there is a day and something that can be a reference. */
export const isApproved = ({ on, approvalReference }: Approval): boolean =>
  on !== '' && approvalReference.trim().length >= 2

interface ApprovalFieldsProps {
  readonly value: Approval
  /** How such a reference reads here. */
  readonly example: string
  readonly onChange: (value: Approval) => void
  readonly error: (field: string) => string | undefined
}

export function ApprovalFields({ value, example, onChange, error }: ApprovalFieldsProps) {
  return (
    <>
      <DateField
        label={words.effectiveOn}
        value={value.on}
        onChange={(on) => onChange({ ...value, on })}
        error={error('on')}
      />
      <TextField
        label={words.approvalReference}
        value={value.approvalReference}
        most={80}
        onChange={(approvalReference) => onChange({ ...value, approvalReference })}
        hint={example}
        error={error('approvalReference')}
      />
    </>
  )
}
