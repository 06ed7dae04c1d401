import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import type { DerivedRate } from '@anjie/domain/submissions/crossChecks'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import type { EntryRow } from './formDraft.ts'
import { OriginNote } from './OriginNote.tsx'
import { PastValues, UnusualHint } from './PastValues.tsx'
import type { SubmissionCase } from './submissionCase.ts'
import './EntrySide.css'
import { whenShown } from '../../../app/whenShown.tsx'

const RemarkPanel = whenShown(() => import('./RemarkPanel.tsx'))
const CountedPanel = whenShown(() => import('./CountedPanel.tsx'))

interface EntrySideProps {
  readonly found: SubmissionCase
  readonly row: EntryRow | undefined
  readonly derived: readonly DerivedRate[]
  readonly editable: boolean
  readonly onTakeTheirs: (row: EntryRow) => void
  readonly onKeepMine: (row: EntryRow) => void
}

/** Everything about the cell that one is in: definition, limits, past figures, evidence, the values that each level approved. */
export function EntrySide({ found, row, derived, editable, onTakeTheirs, onKeepMine }: EntrySideProps) {
  const read = useRead(OPERATIONS.getPastValues, { params: { submissionId: found.state.id } })
  if (row === undefined) return null
  const { item, period } = row.cell
  const past = (read.data?.values ?? []).filter((value) => value.item === item.code && value.period < period)
  return (
    <aside aria-label={words.side} className="entry-side no-print">
      <section className="panel">
        <h2>{item.name}</h2>
        {row.conflict && (
          <div className="stack" role="alert">
            <p className="error-text">{words.conflict(shown(row.saved))}</p>
            <div className="row">
              <Button isSmall onClick={() => onTakeTheirs(row)}>
                {words.takeTheirs}
              </Button>
              <Button isSmall onClick={() => onKeepMine(row)}>
                {words.keepMine}
              </Button>
            </div>
          </div>
        )}
        {row.fault !== null && <p className="error-text">{row.fault}</p>}
        <OriginNote found={found} row={row} editable={editable} />
        <UnusualHint row={row} past={past} />
        <dl className="facts">
          <dt>{words.definition}</dt>
          <dd>{item.definition}</dd>
          <dt>{words.unit}</dt>
          <dd>{item.unit}</dd>
          <dt>{words.period}</dt>
          <dd>{periodText(period)}</dd>
          <dt>{words.limits}</dt>
          <dd>{limitsText(item)}</dd>
          {item.sourceSystem !== undefined && (
            <>
              <dt>{words.source}</dt>
              <dd>{item.sourceSystem}</dd>
            </>
          )}
          {item.evidence !== undefined && (
            <>
              <dt>{words.evidenceAsked}</dt>
              <dd>
                {item.evidence}（{words.evidenceMissing[item.evidenceMissing ?? 'warn']}）
              </dd>
            </>
          )}
          <dt>{words.rollUp}</dt>
          <dd>{words.rollUps[item.rollUp]}</dd>
        </dl>
        {item.absentMeans === 'zero' && <p className="quiet small">{words.absentZero}</p>}
      </section>
      <RemarkPanel found={found} row={row} />
      {read.data !== undefined && <PastValues row={row} past={past} />}
      <CountedPanel counted={found.counted.find((cell) => cell.item === item.code && cell.period === period)} />
      <EvidencePanel found={found} item={item} />
      <Approved found={found} row={row} />
      <section className="panel">
        <h2>{words.derived}</h2>
        {derived.length === 0 ? (
          <p className="quiet">{words.noDerived}</p>
        ) : (
          <Table
            caption={words.derived}
            isHeadless
            rows={derived}
            rowKey={(rate) => rate.name}
            columns={[
              { key: 'name', name: words.item, text: (rate) => rate.name, isRowHead: true },
              {
                key: 'value',
                name: words.value,
                kind: 'figure',
                text: (rate) => rate.value,
                show: (rate) => rate.value,
              },
              {
                key: 'from',
                name: words.definition,
                text: (rate) => rate.from,
                show: (rate) => <span className="quiet small">{rate.from}</span>,
              },
            ]}
          />
        )}
      </section>
    </aside>
  )
}

const STEPS = ['submitted', 'verified', 'accepted'] as const

/** The figure as each level approved it, where it was approved. */
function Approved({ found, row }: { found: SubmissionCase; row: EntryRow }) {
  const steps = STEPS.flatMap((step) => {
    const values = found.state.approved[step]
    if (values === undefined) return []
    const value = values.find((each) => each.item === row.cell.item.code && each.period === row.cell.period)
    return [{ step, value }]
  })
  if (steps.length === 0) return null
  return (
    <section className="panel">
      <h2>{words.approved}</h2>
      <dl className="facts">
        {steps.map(({ step, value }) => (
          <div key={step} className="pair">
            <dt>{words.approvedSteps[step]}</dt>
            <dd>
              {value === undefined ? (
                words.unfilled
              ) : (
                <ItemFigure
                  status={value.status}
                  value={value.status === 'reported' ? value.value : null}
                  note={value.note}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const shown = (value: FormValue | undefined): string =>
  value === undefined ? words.unfilled : value.status === 'reported' ? value.value : words.statuses[value.status]

function limitsText(item: DataItem): string {
  const limits = [
    ...(item.min === undefined ? [] : [words.limitMin(item.min)]),
    ...(item.max === undefined ? [] : [words.limitMax(item.max)]),
    ...(item.digits === undefined ? [] : [words.limitDigits(item.digits)]),
  ]
  return limits.length === 0 ? words.noLimits : limits.join('，')
}
