import { useState } from 'react'
import { useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { trialWords as words } from '../../../locales/zh-CN/appeals.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Table } from '../../../ui/table/Table.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { RankChange } from '../../league-tables/table/RankChange.tsx'

type Trial = Answer<(typeof OPERATIONS)['trySchemeOnCycle']>

/** A scheme tried on the figures of a cycle: who would move, how far, and by which indicators. */
export default function TrialPage() {
  const { schemeId = '' } = useParams()
  const me = useMe()
  const [cycleId, setCycleId] = useState('')
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId } })
  const cycles = useRead(OPERATIONS.listCycles, {})
  const trial = useRead(
    OPERATIONS.trySchemeOnCycle,
    { params: { schemeId }, query: { cycleId } },
    { enabled: cycleId !== '' },
  )
  const name = scheme.data?.state.scheme.name ?? ''
  return (
    <>
      <PageHead title={words.title} sub={name} back={{ to: `/schemes/${schemeId}`, label: name }} />
      <div className="stack">
        <div className="panel narrow-form">
          <ChoiceField
            label={words.cycle}
            value={cycleId}
            placeholder={words.choose}
            hint={words.note}
            choices={(cycles.data?.rows ?? [])
              .filter((row) => row.status !== 'planned' && row.id.startsWith(`${me.jurisdiction.code}.`))
              .map((row) => ({ value: row.id, label: `${row.title}（${row.statusName}）` }))}
            onChange={setCycleId}
          />
        </div>
        {cycles.error !== null && <ProblemNotice problem={cycles.error} />}
        {cycleId !== '' && (
          <ReadState read={trial}>
            {(found) => <TrialTable trial={found} groups={scheme.data?.state.scheme.groups ?? []} />}
          </ReadState>
        )}
      </div>
    </>
  )
}

interface TrialTableProps {
  readonly trial: Trial
  readonly groups: readonly { readonly code: string; readonly name: string }[]
}

/** Group by group, as ranks are given. */
function TrialTable({ trial, groups: named }: TrialTableProps) {
  const groups = [...new Set(trial.rows.map((row) => row.group))]
  const groupName = (code: string) => named.find((group) => group.code === code)?.name ?? words.otherGroup
  return (
    <Table
      caption={words.title}
      isFramed
      rows={groups.flatMap((group) => trial.rows.filter((row) => row.group === group))}
      rowKey={(row) => row.subject}
      columns={COLUMNS}
      {...(groups.length > 1 ? { groupOf: (row: TrialRow) => groupName(row.group) } : {})}
    />
  )
}

type TrialRow = Trial['rows'][number]

const COLUMNS: readonly TableColumn<TrialRow>[] = [
  { key: 'county', name: words.county, text: (row) => row.name, isRowHead: true },
  {
    key: 'officialRank',
    name: words.officialRank,
    kind: 'figure',
    text: (row) => String(row.officialRank ?? words.notRanked),
  },
  { key: 'trialRank', name: words.trialRank, kind: 'figure', text: (row) => String(row.trialRank ?? words.notRanked) },
  {
    key: 'change',
    name: words.change,
    text: (row) => String(row.change ?? ''),
    show: (row) => <RankChange change={row.change ?? undefined} />,
  },
  { key: 'officialScore', name: words.officialScore, kind: 'figure', text: (row) => row.officialScore ?? words.none },
  { key: 'trialScore', name: words.trialScore, kind: 'figure', text: (row) => row.trialScore ?? words.none },
  {
    key: 'reasons',
    name: words.reasons,
    wraps: true,
    text: (row) =>
      row.reasons.length === 0
        ? words.unchanged
        : row.reasons
            .map((reason) => words.reason(reason.name, figureOf(reason.official), figureOf(reason.trial)))
            .join('；'),
  },
]

const figureOf = (points: string | null): string => (points === null ? words.none : shortFigure(points))
