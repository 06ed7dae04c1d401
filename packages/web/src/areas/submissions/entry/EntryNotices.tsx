import type { Cycle } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { StateMark } from '../../../ui/StateMark.tsx'

interface EntryNoticesProps {
  readonly cycle: Cycle
  readonly scheme: Scheme
  readonly returnReason: string | undefined
}

/** What one has to know before one fills in: figures that come from elsewhere, and why the form came back. */
export function EntryNotices({ cycle, scheme, returnReason }: EntryNoticesProps) {
  return (
    <>
      {cycle.rollUp !== undefined && (
        <p className="panel quiet">
          {words.rolledUp(
            cycle.rollUp.fromName,
            scheme.items.filter((item) => cycle.rollUp?.items.includes(item.code)).map((item) => item.name),
          )}
        </p>
      )}
      {returnReason !== undefined && (
        <p className="panel">
          <StateMark tone="due">{words.returned}</StateMark>：{returnReason}
        </p>
      )}
    </>
  )
}
