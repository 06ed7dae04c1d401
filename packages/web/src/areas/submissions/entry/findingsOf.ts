import type { CheckResult } from '@anjie/contracts/operations/submissions'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import type { EntryRow } from './formDraft.ts'

/** Everything that is wrong on the form: cells that show red, what others changed, and what the cross-checks say. */
export function findingsOf(rows: readonly EntryRow[], checks: readonly CheckResult[]): readonly CheckResult[] {
  const red = rows.flatMap(({ cell: { item }, fault, conflict }): CheckResult[] => {
    const message = conflict ? words.marks.changed : fault
    if (message === null) return []
    return [
      {
        severity: 'error',
        item: item.code,
        message: message.startsWith(item.name) ? message : `${item.name}：${message}`,
      },
    ]
  })
  const said = new Set(red.map(({ message }) => message))
  return [...red, ...checks.filter(({ message }) => !said.has(message))]
}
