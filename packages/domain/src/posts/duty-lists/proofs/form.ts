import { beijingDate } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { ProvedBy } from './provedBy.ts'

/** A form of the unit, as progress tells it. */
export interface FormInTime {
  readonly id?: string
  readonly title: string
  readonly dueOn?: PlainDate | undefined
  readonly submittedAt?: string | undefined
}

/** 填报表 of the post's unit: asked by its day, done when it was first handed in. */
export function provedByForm({ id, title, dueOn, submittedAt }: FormInTime): ProvedBy | null {
  if (dueOn === undefined) return null
  const isLate = submittedAt !== undefined && beijingDate(submittedAt) > dueOn
  return {
    key: 'form',
    on: dueOn,
    result: submittedAt === undefined ? 'open' : isLate ? 'late' : 'done',
    title,
    ...(id === undefined ? {} : { record: { kind: 'submission', id } }),
  }
}
