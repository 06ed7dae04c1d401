import type { Form } from '@anjie/domain/submissions/form'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { randomKey } from '../../../app/api/intentKeys.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { commissionWords as words } from '../../../locales/zh-CN/cycles.ts'
import { type ApiProblem, asApiProblem } from '../../../ui/apiProblem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
import { type Edits, entryRows, keptEdits, readKeptEdits, valuesOf } from '../entry/formDraft.ts'
import { formOfCase } from '../entry/formOfCase.ts'
import { editsWith } from '../grid/figureCell.ts'
import { type CommissionChange, type CommissionRow, CommissionTable } from './CommissionTable.tsx'
import { rowRemarks } from './rowRemarks.ts'

type SubjectValues = Found['rows'][number]

type Found = Answer<(typeof OPERATIONS)['getCommissionValues']>

/** 考评方数据: one row a subject, one column a figure that the commission itself holds. Each subject is a record of its own. */
export default function CommissionPage() {
  const { cycleId = '' } = useParams()
  const values = useRead(OPERATIONS.getCommissionValues, { params: { cycleId } })
  return (
    <ReadState read={values}>
      {(found) => (
        <>
          <PageHead
            title={words.title[found.cycle.assessor]}
            sub={found.cycle.name}
            back={{ to: `/cycles/${cycleId}`, label: found.cycle.name }}
          />
          <Grid
            cycleId={cycleId}
            found={found}
            reload={async () => {
              await values.refetch()
            }}
          />
        </>
      )}
    </ReadState>
  )
}

function readKeptRows(kept: unknown): ReadonlyMap<string, Edits> | undefined {
  if (!Array.isArray(kept)) return undefined
  const rows = kept.flatMap((row: unknown) => {
    const of = Array.isArray(row) && typeof row[0] === 'string' ? readKeptEdits(row[1]) : undefined
    return of === undefined || !Array.isArray(row) ? [] : [[String(row[0]), of] as const]
  })
  return rows.length === 0 ? undefined : new Map(rows)
}

const NO_EDITS: Edits = new Map()

/** Remarks that are written out; the marks of the others stand on their cells. */
const MOST_REMARKS = 10

interface KnownRow {
  readonly row: SubjectValues
  readonly of: Edits
  readonly form: Form
  readonly line: CommissionRow
}

interface GridProps {
  readonly cycleId: string
  readonly found: Found
  readonly reload: () => Promise<void>
}

function Grid({ cycleId, found: { cycle, rows, enter, form: shape, items }, reload }: GridProps) {
  const me = useMe()
  const api = useApi()
  const form = useMemo(() => formOfCase({ form: shape, items }), [shape, items])
  const [edits, setEdits] = useState<ReadonlyMap<string, Edits>>(() => new Map())
  const [problems, setProblems] = useState<ReadonlyMap<string, ApiProblem>>(new Map())
  const [saving, setSaving] = useState<{ readonly done: number; readonly all: number } | undefined>(undefined)
  const editable = mayCall(me.roles, OPERATIONS.enterCommissionValues) && enter?.allowed === true
  const dirty = [...edits].filter(([, of]) => of.size > 0).map(([subject]) => subject)
  const { offer } = useKeptDraft({
    form: `commission/${cycleId}`,
    unsaved: dirty.length > 0,
    content: [...edits].map(([subject, of]) => [subject, keptEdits(of)] as const),
    read: readKeptRows,
    restore: setEdits,
  })
  const names = new Map<string, string>(rows.map(({ subject, name }) => [subject, name]))

  const onEdit = useCallback((changes: readonly CommissionChange[]) => {
    setEdits((before) => {
      const next = new Map(before)
      for (const [subject, of] of Map.groupBy(changes, (change) => change.subject))
        next.set(
          subject,
          editsWith(
            next.get(subject) ?? NO_EDITS,
            of.map(({ row, text }) => ({ row, part: 'value', text })),
          ),
        )
      return next
    })
  }, [])
  // A province has thousands of cells: only the subject that one types in is read anew.
  const known = useRef(new Map<string, KnownRow>())
  const drafts = rows.map((row) => {
    const of = edits.get(row.subject) ?? NO_EDITS
    const before = known.current.get(row.subject)
    if (before?.row === row && before.of === of && before.form === form) return before
    const cells = entryRows(form, row.values, of, before?.line.cells)
    const line = {
      subject: row.subject,
      name: row.name,
      group: row.group,
      cells,
      remarks: rowRemarks(form, cells),
    }
    const read = { row, of, form, line }
    known.current.set(row.subject, read)
    return read
  })
  const wrong = new Set<string>(
    drafts
      .filter(({ line }) => line.cells.some((cell) => cell.edited && cell.fault !== null))
      .map(({ row }) => row.subject),
  )

  const save = async (subjects: readonly string[]) => {
    setSaving({ done: 0, all: subjects.length })
    const failed = new Map<string, ApiProblem>()
    const kept = new Map(edits)
    for (const [index, subject] of subjects.entries()) {
      const found = drafts.find(({ row }) => row.subject === subject)
      if (found === undefined) continue
      try {
        await api.call(
          OPERATIONS.enterCommissionValues,
          {
            params: { cycleId, subject },
            ifMatch: found.row.version,
            body: { values: valuesOf(found.line.cells) },
          },
          { idempotencyKey: randomKey() },
        )
        kept.delete(subject)
      } catch (thrown) {
        failed.set(subject, asApiProblem(thrown))
      }
      setSaving({ done: index + 1, all: subjects.length })
    }
    await reload()
    setEdits(kept)
    setProblems(failed)
    setSaving(undefined)
    if (failed.size === 0) tellDone(words.saved)
  }

  const remarked = drafts.flatMap(({ row, line }) =>
    [...line.remarks.values()].map((remark) => ({ subject: row.subject, remark })),
  )
  if (form.cells.length === 0) return <Empty>{words.empty}</Empty>
  const savable = dirty.filter((subject) => !wrong.has(subject))
  return (
    <div className="stack">
      {offer}
      <div className="list-tools">
        <span className="quiet small">
          {words.statusHint}。{words.keys}
        </span>
        <span className="count" role="status">
          {saving === undefined ? (dirty.length > 0 ? commonWords.unsaved : '') : words.saving(saving.done, saving.all)}
        </span>
        {editable && <ImportLink list="figures" target={cycleId} />}
        {editable && (
          <Button
            isMain
            aria-label={words.save}
            disabled={savable.length === 0}
            waiting={saving !== undefined}
            onClick={() => void save(savable)}
          >
            {words.saveAll(savable.length)}
          </Button>
        )}
      </div>
      {!editable && enter?.reason !== undefined && <p className="quiet">{enter.reason}</p>}
      {[...problems].map(([subject, problem]) => (
        <div key={subject}>
          <h3>{names.get(subject)}</h3>
          <ProblemNotice problem={problem} onLoadNewest={() => void reload()} />
        </div>
      ))}
      {remarked.length > 0 && (
        <section className="panel" aria-label={words.remarks(remarked.length)} data-testid="commission-remarks">
          <h2>{words.remarks(remarked.length)}</h2>
          <ul>
            {remarked.slice(0, MOST_REMARKS).map(({ subject, remark }) => (
              <li key={`${subject} ${remark}`}>{words.remark(names.get(subject) ?? subject, remark)}</li>
            ))}
          </ul>
          {remarked.length > MOST_REMARKS && <p className="quiet small">{words.moreRemarks}</p>}
        </section>
      )}
      <CommissionTable
        form={form}
        subjectKind={cycle.subjectKind}
        rows={drafts.map(({ line }) => line)}
        editable={editable}
        onEdit={onEdit}
      />
    </div>
  )
}
