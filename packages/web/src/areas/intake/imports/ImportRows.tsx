import type { ShownRows } from '@anjie/contracts/vocabulary/intake/importBatch'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'
import { Button } from '../../../ui/Button.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { Tone } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { toldOfRow } from './toldOfRow.ts'

type Row = Answer<(typeof OPERATIONS)['listImportRows']>['rows'][number]

const TONES: Readonly<Record<Row['effect'], Tone>> = { new: 'work', changed: 'work', same: 'off', refused: 'stop' }
const OUTCOME_TONES = { applied: 'good', refused: 'stop', 'put-back': 'off', stays: 'due' } as const

const markOf = ({ effect, verb, outcome }: Row): { readonly tone: Tone; readonly text: string } =>
  outcome === undefined
    ? { tone: TONES[effect], text: verb ?? words.effects[effect] }
    : { tone: OUTCOME_TONES[outcome.status], text: words.outcomes[outcome.status] }

interface ImportRowsProps {
  readonly batchId: string
  readonly shown: ShownRows
  /** Rows are called by a number that another system gave. */
  readonly isNumbered: boolean
}

/** Rows of one kind, part by part: what each will change, or what became of it. */
export function ImportRows({ batchId, shown, isNumbered }: ImportRowsProps) {
  const [part, setPart] = useState(0)
  const rows = useRead(
    OPERATIONS.listImportRows,
    { params: { batchId }, query: { shown, part: String(part) } },
    { keepsShown: true },
  )
  return (
    <ReadState read={rows}>
      {(page) => (
        <>
          <DataTable
            caption={words.preview}
            name="import-rows"
            rows={page.rows}
            rowKey={({ sheet, row }) => `${sheet} ${row}`}
            empty={words.none}
            columns={[
              { key: 'row', name: words.row, kind: 'figure', text: ({ row }) => String(row) },
              {
                key: 'what',
                name: words.what,
                text: ({ title, row }) => (title === '' ? words.rowCalled(row) : title),
                ...(isNumbered ? { show: ({ title }: Row) => <code>{title}</code> } : {}),
                isRowHead: true,
              },
              {
                key: 'act',
                name: words.act,
                filtered: true,
                text: (row) => markOf(row).text,
                show: (row) => <StateMark tone={markOf(row).tone}>{markOf(row).text}</StateMark>,
              },
              { key: 'told', name: words.told, text: toldOfRow, wraps: true },
            ]}
          />
          <div className="row">
            {part > 0 && <Button onClick={() => setPart(0)}>{words.first}</Button>}
            {page.next !== undefined && <Button onClick={() => setPart(page.next ?? 0)}>{words.more}</Button>}
          </div>
        </>
      )}
    </ReadState>
  )
}
