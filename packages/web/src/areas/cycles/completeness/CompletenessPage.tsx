import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { isCollecting } from '@anjie/domain/submissions/submissionTransitions'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { cycleWords, completenessWords as words } from '../../../locales/zh-CN/cycles.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { urgeWords } from '../../../locales/zh-CN/urging.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { UrgeButton } from '../../messages/UrgeButton.tsx'
import { ExtendWindowDialog } from './ExtendWindowDialog.tsx'
import { type CompletenessRow, completenessCounts, handedOf, substanceOf } from './standingOf.ts'

type CycleCase = Answer<(typeof OPERATIONS)['getCycle']>

const HANDED_TONES = { none: 'off', 'in-time': 'good', late: 'due', open: 'work', overdue: 'stop' } as const
const SUBSTANCE_TONES = { content: 'good', noughts: 'due', empty: 'off' } as const

/** 完整性与及时性: who has handed in and when, and apart from that whether anything stands in it; drafts counted too, to be urged. */
export default function CompletenessPage() {
  const { cycleId = '' } = useParams()
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId } })
  return (
    <ReadState read={cycle}>{(found) => <Found found={found} loadNewest={() => void cycle.refetch()} />}</ReadState>
  )
}

function Found({ found, loadNewest }: { found: CycleCase; loadNewest: () => void }) {
  const { state } = found
  const progress = useRead(OPERATIONS.getCycleProgress, { params: { cycleId: state.id } })
  return (
    <>
      <PageHead
        title={words.title}
        back={{ to: `/cycles/${state.id}`, label: state.name }}
        sub={words.sub(dayText(state.dueOn), state.lateFilling ?? 'marked')}
      />
      <ReadState read={progress}>
        {({ rows, cells }) => <Rows found={found} rows={rows} cells={cells} loadNewest={loadNewest} />}
      </ReadState>
    </>
  )
}

interface RowsProps {
  readonly found: CycleCase
  readonly rows: readonly CompletenessRow[]
  readonly cells: number
  readonly loadNewest: () => void
}

function Rows({ found, rows, cells, loadNewest }: RowsProps) {
  const me = useMe()
  const { state } = found
  const [extending, setExtending] = useState<CompletenessRow | undefined>(undefined)
  const formOf = new Map<string, string | undefined>(state.subjects.map((each) => [each.code, each.submissionId]))
  const counts = completenessCounts(rows)
  const isAbove = state.county === undefined ? me.jurisdiction.level !== 'county' : isOwnAssessor(state, me)
  const collects = isCollecting(state.status)
  const urges = isAbove && collects && mayCall(me.roles, OPERATIONS.urgeCase)
  const extends_ = state.status === 'open' && isOwnAssessor(state, me) && mayCall(me.roles, OPERATIONS.extendWindows)
  const settled = state.county === undefined ? 'accepted' : 'verified'
  const columns: readonly TableColumn<CompletenessRow>[] = [
    {
      key: 'name',
      name: words.unit,
      text: ({ name }) => name,
      show: (row) => {
        const form = formOf.get(row.subject)
        // Whoever is above opens a form only once it has reached them; its county opens it always.
        const opens =
          form !== undefined &&
          (row.status === 'accepted' || row.status === 'verified' || !isAbove || state.county !== undefined)
        return opens ? <Link to={`/submissions/${form}`}>{row.name}</Link> : row.name
      },
      isRowHead: true,
    },
    { key: 'status', name: words.status, text: ({ statusName }) => statusName, filtered: true },
    {
      key: 'handed',
      name: words.handed,
      filtered: true,
      text: (row) => words.handedAs[handedOf(row)],
      show: (row) => <StateMark tone={HANDED_TONES[handedOf(row)]}>{words.handedAs[handedOf(row)]}</StateMark>,
    },
    {
      key: 'substance',
      name: words.substance,
      filtered: true,
      text: (row) => words.substances[substanceOf(row)],
      show: (row) => (
        <StateMark tone={SUBSTANCE_TONES[substanceOf(row)]}>{words.substances[substanceOf(row)]}</StateMark>
      ),
    },
    {
      key: 'filled',
      name: words.filled(cells),
      kind: 'figure',
      text: ({ content }) => (content === null ? '' : String(content.reported)),
    },
    {
      key: 'zero',
      name: words.zeros,
      kind: 'figure',
      text: ({ content }) => (content === null ? '' : String(content.reported - content.nonZero)),
    },
    {
      key: 'missing',
      name: words.missing,
      kind: 'figure',
      text: ({ content }) => (content === null ? '' : String(content.missing)),
    },
    {
      key: 'na',
      name: words.notApplicable,
      kind: 'figure',
      text: ({ content }) => (content === null ? '' : String(content.notApplicable)),
      hidden: true,
    },
    {
      key: 'submittedAt',
      name: words.submittedAt,
      kind: 'day',
      text: ({ submittedAt }) => submittedAt ?? '',
      show: ({ submittedAt }) => (submittedAt === null ? '' : instantText(submittedAt)),
    },
    {
      key: 'dueOn',
      name: cycleWords.dueOn,
      kind: 'day',
      text: ({ dueOn }) => dueOn ?? '',
      show: ({ dueOn, exceptionReason }) =>
        dueOn === null ? (
          ''
        ) : exceptionReason === null ? (
          dayText(dueOn)
        ) : (
          <span title={exceptionReason}>
            {dayText(dueOn)} <StateMark tone="due">{words.extended}</StateMark>
          </span>
        ),
    },
    {
      key: 'updatedAt',
      name: words.updatedAt,
      kind: 'day',
      text: ({ updatedAt }) => updatedAt ?? '',
      show: ({ updatedAt }) => (updatedAt === null ? '' : instantText(updatedAt)),
      hidden: true,
    },
    ...(urges || extends_
      ? [
          {
            key: 'do',
            name: urges ? urgeWords.column : words.extend,
            isControl: true,
            text: () => '',
            show: (row: CompletenessRow) => {
              const form = formOf.get(row.subject)
              if (form === undefined || row.status === settled) return null
              return (
                <span className="row">
                  {urges && <UrgeButton kind="submission" id={form} name={row.name} />}
                  {extends_ && (
                    <Button isSmall aria-label={words.extendOf(row.name)} onClick={() => setExtending(row)}>
                      {words.extend}
                    </Button>
                  )}
                </span>
              )
            },
          },
        ]
      : []),
  ]
  return (
    <div className="stack">
      <p role="status" className="panel">
        {words.counts(counts)}
      </p>
      <DataTable
        caption={words.title}
        name={`${state.name}${words.title}`}
        isDense
        rows={rows}
        rowKey={({ subject }) => subject}
        columns={columns}
      />
      <p className="quiet small">{words.hint}</p>
      {extending !== undefined && (
        <ExtendWindowDialog
          found={found}
          row={extending}
          onClose={() => setExtending(undefined)}
          loadNewest={loadNewest}
        />
      )}
    </div>
  )
}
