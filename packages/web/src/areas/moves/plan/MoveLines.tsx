import { MOVE_FATE_NAMES, MOVE_SUBJECT_NAMES } from '@anjie/domain/moves/moveNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { moveWords as words } from '../../../locales/zh-CN/moves.ts'
import { Choice } from '../../../ui/form/Choice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'

interface MoveLinesProps {
  readonly planId: string
  /** A new drawing has lines of its own. */
  readonly drawing: number
  readonly parts: number
}

/** Every line of the plan, some hundred at a time. */
export function MoveLines({ planId, drawing, parts }: MoveLinesProps) {
  const [part, setPart] = useState(0)
  const read = useRead(OPERATIONS.listMoveLines, { params: { planId }, query: { part: Math.min(part, parts) } })
  return (
    <section className="panel" key={drawing}>
      <div className="list-tools">
        <h2>{words.lines}</h2>
        {parts > 1 && (
          <Choice
            isInline
            aria-label={words.partName}
            value={String(part)}
            choices={Array.from({ length: parts }, (_, at) => ({
              value: String(at),
              label: words.part(at + 1, parts),
            }))}
            onChange={(value) => setPart(Number(value))}
          />
        )}
      </div>
      <ReadState read={read}>
        {({ lines }) => (
          <DataTable
            caption={words.lines}
            name="lines."
            isDense
            rows={lines}
            rowKey={({ subject, id }) => `${subject} ${id}`}
            columns={[
              { key: 'subject', name: words.subject, text: (row) => MOVE_SUBJECT_NAMES[row.subject], filtered: true },
              { key: 'name', name: words.line, text: (row) => row.name, isRowHead: true, wraps: true },
              { key: 'of', name: words.of, text: (row) => row.of, wraps: true },
              { key: 'fate', name: words.fate, text: (row) => MOVE_FATE_NAMES[row.fate], filtered: true },
              { key: 'to', name: words.to, text: (row) => row.to, wraps: true },
              { key: 'reason', name: words.why, text: (row) => row.reason, wraps: true },
            ]}
          />
        )}
      </ReadState>
    </section>
  )
}
