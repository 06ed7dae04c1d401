import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Cycle } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import { formOf } from '@anjie/domain/submissions/form'
import { submissionOwner, submissionStandingName } from '@anjie/domain/submissions/submissionTransitions'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dueText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { focusCell } from '../../../ui/gridFocus.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone, tellWarning } from '../../../ui/told.ts'
import type { CellDraft } from './cellDraft.ts'
import { EntryBar } from './EntryBar.tsx'
import { EntryGrid, entryCellId, theirs } from './EntryGrid.tsx'
import { EntrySide } from './EntrySide.tsx'
import {
  changedCells,
  type Edits,
  type EntryRow,
  editsAfterSave,
  entryRows,
  keptEdits,
  readKeptEdits,
  valuesOf,
  withEdit,
} from './formDraft.ts'
import { SubmissionDialog, type SubmissionQuestion } from './SubmissionDialog.tsx'
import { SubmitSummary } from './SubmitSummary.tsx'
import type { SubmissionCase } from './submissionCase.ts'

interface EntryFormProps {
  readonly found: SubmissionCase
  readonly cycle: Cycle
  readonly scheme: Scheme
  readonly loadNewest: () => void
}

export function EntryForm({ found, cycle, scheme, loadNewest }: EntryFormProps) {
  const [search] = useSearchParams()
  const { state, version, allowed } = found
  const params = { submissionId: state.id }
  const me = useMe()
  const owner = submissionOwner(state)
  const turn = turnText(me, cycle.status === 'final' ? null : owner, {
    place: owner?.level === 'county' ? state.countyName : '',
    dueOn: owner === null ? null : state.dueOn,
  })
  const form = useMemo(() => formOf(scheme, cycle, 'subject'), [scheme, cycle])
  const [edits, setEdits] = useState<Edits>(new Map())
  const [question, setQuestion] = useState<SubmissionQuestion | undefined>(undefined)
  const [activeKey, setActiveKey] = useState<string | undefined>(() => {
    const wanted = search.get('item')
    return wanted === null ? undefined : `${wanted}\n${form.period}`
  })
  const bar = useRef<HTMLDivElement>(null)
  const save = useCommand(OPERATIONS.saveValues)

  const rows = useMemo(() => entryRows(form, state.values, edits), [form, state.values, edits])
  const laterRows = useDeferredValue(rows)
  const { checks, derived } = useMemo(() => crossChecks(form, valuesOf(laterRows)), [form, laterRows])
  const remarked = useMemo(
    () => new Map(checks.flatMap((check) => (check.item === null ? [] : [[check.item, check.message] as const]))),
    [checks],
  )
  const evidenceCounts = useMemo(() => {
    const counts = new Map<string, number>()
    for (const file of state.evidence)
      if (file.status === 'attached') counts.set(file.item, (counts.get(file.item) ?? 0) + 1)
    return counts
  }, [state.evidence])
  const active = rows.find((row) => row.key === activeKey)
  const editable = allowed.some((entry) => entry.action === 'save' && entry.allowed)
  const dirty = edits.size > 0
  const conflicts = rows.filter((row) => row.conflict)
  const faults = rows.filter((row) => row.edited && row.fault !== null)
  const { offer } = useKeptDraft({
    form: `submission/${state.id}`,
    unsaved: dirty,
    content: keptEdits(edits),
    version,
    read: readKeptEdits,
    // Cells that somebody else has saved since are marked, as while one types.
    restore: setEdits,
  })

  const onEdit = useCallback((row: EntryRow, draft: CellDraft) => {
    setEdits((before) => withEdit(before, row.key, draft, row.saved))
  }, [])
  const jumpTo = (item: string) => {
    const row = rows.find((each) => each.cell.item.code === item)
    if (row === undefined) return
    setActiveKey(row.key)
    const cell = document.getElementById(entryCellId(row.key))?.querySelector('[data-column="0"]')
    if (cell instanceof HTMLElement) focusCell(cell)
  }

  /** Saves what can be saved and says what it left; undefined when nothing was saved or the server refused. */
  const saveNow = async (): Promise<{ readonly version: number; readonly left: number } | undefined> => {
    const left = editsAfterSave(edits, rows)
    if (left.size > 0 && left.size === edits.size) {
      jumpTo((conflicts[0] ?? faults[0])?.cell.item.code ?? '')
      tellWarning(words.nothingToSave(left.size))
      return undefined
    }
    if (!dirty) return { version, left: 0 }
    const reply = await save.run({
      params,
      ifMatch: version,
      body: { values: valuesOf(rows), changed: changedCells(rows) },
    })
    if (reply === undefined) return undefined
    setEdits(left)
    return { version: reply.version, left: left.size }
  }
  const hindrance =
    conflicts.length > 0
      ? words.conflictsFirst(conflicts.length)
      : faults.length > 0
        ? words.errorsFirst(faults.length)
        : undefined

  const verbs = [
    {
      action: 'save',
      label: words.verbs.save,
      waiting: save.waiting,
      onPress: () => {
        void saveNow().then((saved) => {
          if (saved === undefined) return
          if (saved.left === 0) tellDone(commonWords.saved)
          else tellWarning(words.savedExcept(saved.left))
        })
      },
    },
    {
      action: 'submit',
      label: words.verbs.submit,
      waiting: save.waiting,
      hindered: hindrance,
      onPress: () => void saveNow().then((saved) => saved !== undefined && setQuestion('submit')),
    },
    { action: 'withdraw', label: words.verbs.withdraw, onPress: () => setQuestion('withdraw') },
    { action: 'verify', label: words.verbs.verify, onPress: () => setQuestion('verify') },
    { action: 'accept', label: words.verbs.accept, onPress: () => setQuestion('accept') },
    { action: 'return', label: words.verbs.return, onPress: () => setQuestion('return') },
  ]
  // With something typed, what keeps the saved form from being submitted may just have been mended.
  const shownAllowed = allowed.map((entry) =>
    entry.action === 'submit' && dirty && editable ? { action: 'submit', allowed: true } : entry,
  )

  return (
    <>
      <PageHead
        title={state.subject?.name ?? state.countyName}
        back={{ to: '/submissions', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{submissionStandingName(state)}</StateMark>}
        sub={`${state.cycleName} · ${words.due} ${dueText(cycle.dueOn)}`}
      />
      <div className="stack">
        {cycle.rollUp !== undefined && (
          <p className="panel quiet">
            {words.rolledUp(
              cycle.rollUp.fromName,
              scheme.items.filter((item) => cycle.rollUp?.items.includes(item.code)).map((item) => item.name),
            )}
          </p>
        )}
        {state.returnReason !== undefined && (
          <p className="panel">
            <StateMark tone="due">{words.returned}</StateMark>：{state.returnReason}
          </p>
        )}
        {offer}
        {save.problem !== undefined && (
          <ProblemNotice
            problem={save.problem}
            onLoadNewest={() => {
              save.clear()
              loadNewest()
            }}
            onClose={save.clear}
          />
        )}
        <div className="split">
          <div>
            <EntryGrid
              form={form}
              rows={rows}
              editable={editable}
              activeKey={activeKey}
              remarked={remarked}
              evidenceCounts={evidenceCounts}
              onActivate={setActiveKey}
              onEdit={onEdit}
              onLeave={() => bar.current?.focus()}
            />
            {editable && <p className="quiet small no-print">{words.keys}</p>}
          </div>
          <EntrySide
            found={found}
            row={active ?? rows[0]}
            derived={derived}
            onTakeTheirs={(row) => onEdit(row, theirs(row))}
            onKeepMine={(row) => onEdit(row, { ...row.draft, base: theirs(row).base })}
          />
        </div>
        <EntryBar
          barRef={bar}
          rows={laterRows}
          checks={checks}
          verbs={verbs}
          allowed={shownAllowed}
          turn={turn}
          dirty={dirty}
          onJump={jumpTo}
        />
        <div className="no-print">
          <CaseTimeline kind="submission" recordId={found.state.id} page={found} />
        </div>
      </div>
      {question !== undefined && (
        <SubmissionDialog
          question={question}
          found={found}
          summary={
            question === 'submit' ? (
              <SubmitSummary scheme={scheme} form={form} rows={rows} checks={checks} evidence={state.evidence} />
            ) : undefined
          }
          onClose={() => setQuestion(undefined)}
          onLoadNewest={loadNewest}
          onDone={(verb) => {
            setQuestion(undefined)
            tellDone(commonWords.done(verb))
          }}
        />
      )}
    </>
  )
}
