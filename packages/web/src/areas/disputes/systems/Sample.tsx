import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { outcomeNames, outcomes, type SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { DISPUTE_COLUMNS, headingsAs } from '@anjie/domain/disputes/disputeColumns'
import { type ReadEntry, readEntry, readySystem } from '@anjie/domain/disputes/readEntry'
import { disputeForm, fieldOfHeading } from '@anjie/domain/intake/disputeForm'
import { useState } from 'react'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'

type Line = ReadEntry & { readonly row: number }
const MOST_ROWS = 200

/** 用样表试一试: what each column of a file becomes. The file stays in the browser. */
export default function Sample({ mapping }: { readonly mapping: SystemMapping }) {
  const [lines, setLines] = useState<readonly Line[]>([])
  const [fault, setFault] = useState<string | undefined>(undefined)
  const pick = async (file: File) => {
    const { openIntake, readTables } = await import('@anjie/documents/intake/readIntake')
    const opened = await openIntake(new Uint8Array(await file.arrayBuffer()))
    const read = opened.ok ? readTables(opened.value, disputeForm(mapping)) : opened
    setFault(read.ok ? undefined : read.error)
    setLines(read.ok ? read.value.rows.slice(0, MOST_ROWS).map(({ row, values }) => lineOf(mapping, row, values)) : [])
  }
  return (
    <section className="panel stack">
      <h2>{words.sample}</h2>
      <p className="quiet">{words.sampleText}</p>
      <div className="row">
        <FilePicker
          label={words.chooseSample}
          accept=".xlsx,.csv,.txt"
          testId="sample-file"
          onPick={(file) => void pick(file)}
        />
      </div>
      {fault !== undefined && <Callout tone="stop" title={fault} isAlert />}
      {lines.length > 0 && (
        <>
          <p role="status">
            {words.sampleRows(
              lines.length,
              lines.reduce((sum, { faults }) => sum + faults.length, 0),
            )}
          </p>
          <DataTable<Line>
            caption={words.sampleCaption}
            name="sample"
            rows={lines}
            rowKey={({ row }) => String(row)}
            isUnsorted
            columns={[
              { key: 'row', name: words.line, kind: 'figure', text: ({ row }) => String(row) },
              {
                key: 'number',
                name: words.number,
                text: ({ entry }) => entry?.caseNumber ?? '',
                show: ({ entry }) => <code>{entry?.caseNumber ?? ''}</code>,
              },
              {
                key: 'received',
                name: words.receivedOn,
                text: ({ entry }) =>
                  entry === undefined || entry.receivedOn === null ? '' : dayText(entry.receivedOn),
              },
              { key: 'township', name: words.township, text: ({ entry }) => entry?.township ?? '' },
              { key: 'village', name: words.village, text: ({ entry }) => entry?.village ?? '' },
              {
                key: 'kind',
                name: words.kind,
                text: ({ entry }) =>
                  entry?.kind === undefined || entry.kind === null ? '' : disputeKindNames[entry.kind],
              },
              {
                key: 'outcome',
                name: words.outcome,
                text: ({ entry }) =>
                  entry === undefined
                    ? ''
                    : outcomes
                        .filter((outcome) => entry.outcomes[outcome].stated)
                        .map((outcome) => outcomeNames[outcome])
                        .join('、'),
              },
              {
                key: 'parties',
                name: words.parties,
                text: ({ entry }) => words.partiesCount(entry?.parties.length ?? 0),
              },
              {
                key: 'fault',
                name: words.fault,
                wraps: true,
                text: ({ faults }) => faults.map(({ column, reason }) => `${column}：${reason}`).join('；'),
              },
            ]}
          />
        </>
      )}
    </section>
  )
}

function lineOf(mapping: SystemMapping, row: number, values: ReadonlyMap<string, string | boolean>): Line {
  const fieldOf = new Map(
    DISPUTE_COLUMNS.flatMap((column) =>
      headingsAs(mapping.columns, column).map((heading, at) => [heading, fieldOfHeading(column, at)] as const),
    ),
  )
  const cellOf = (heading: string): string => {
    const value = values.get(fieldOf.get(heading) ?? '')
    return typeof value === 'string' ? value : ''
  }
  // Nothing is compared here: what a name would become is not asked for.
  return { row, ...readEntry(readySystem(mapping), row, cellOf, (text) => text) }
}
