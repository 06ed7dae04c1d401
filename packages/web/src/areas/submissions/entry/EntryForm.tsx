import { explanationOf } from '@anjie/domain/submissions/explanationOf'
import { submissionOwner, submissionStandingName } from '@anjie/domain/submissions/submissionTransitions'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { useMe } from '../../../app/me.ts'
import { NextCase } from '../../../app/NextCase.tsx'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { whenShown } from '../../../app/whenShown.tsx'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dueText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
import { draftOf } from './cellDraft.ts'
import { EntryBar } from './EntryBar.tsx'
import { EntryNotices } from './EntryNotices.tsx'
import { EntryQuestion } from './EntryQuestion.tsx'
import { EntrySide } from './EntrySide.tsx'
import { EntryTable } from './EntryTable.tsx'
import { entryVerbs } from './entryVerbs.ts'
import { keptEdits, readKeptEdits } from './formDraft.ts'
import type { SubmissionQuestion } from './SubmissionDialog.tsx'
import { SubmissionSteps } from './SubmissionSteps.tsx'
import type { SubmissionCase } from './submissionCase.ts'
import { useEntryDraft } from './useEntryDraft.ts'
import { useSaveEntry } from './useSaveEntry.ts'

const ChecksPanel = whenShown(() => import('./ChecksPanel.tsx'))
const SignalsPanel = whenShown(() => import('./SignalsPanel.tsx'))

interface EntryFormProps {
  readonly found: SubmissionCase
  readonly loadNewest: () => void
}

/** One form: grid, the cell's own panel, and the bar with findings and verbs. */
export function EntryForm({ found, loadNewest }: EntryFormProps) {
  const [search] = useSearchParams()
  const { state, version, allowed, cycle } = found
  const me = useMe()
  const owner = submissionOwner(state)
  const turn = turnText(me, cycle.status === 'final' ? null : owner, {
    place: owner?.level === 'county' ? state.countyName : '',
    dueOn: owner === null ? null : state.dueOn,
    unit: state.subject?.code,
  })
  const draft = useEntryDraft(found)
  const { form, rows, edits, checks } = draft
  const [question, setQuestion] = useState<SubmissionQuestion | undefined>(undefined)
  const [goTo, setGoTo] = useState(() => {
    const wanted = search.get('item')
    return wanted === null ? undefined : { row: `${wanted}\n${form.period}`, column: 'value' }
  })
  const [activeKey, setActiveKey] = useState(goTo?.row)
  const [decided, setDecided] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const jumpTo = (item: string) => {
    const row = rows.find((each) => each.cell.item.code === item)
    if (row !== undefined) setGoTo({ row: row.key, column: 'value' })
  }
  const { command: save, saveNow } = useSaveEntry(found, draft, jumpTo)
  const editable = allowed.some((entry) => entry.action === 'save' && entry.allowed)
  const dirty = edits.size > 0
  const { offer } = useKeptDraft({
    form: `submission/${state.id}`,
    unsaved: dirty,
    content: keptEdits(edits),
    version,
    read: readKeptEdits,
    // Cells that somebody else has saved since are marked, as while one types.
    restore: draft.setEdits,
  })
  const { verbs, shownAllowed } = entryVerbs({
    found,
    draft,
    editable,
    waiting: save.waiting,
    saveNow,
    ask: setQuestion,
  })

  return (
    <>
      <PageHead
        title={state.subject?.name ?? state.countyName}
        back={{ to: '/submissions', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{submissionStandingName(state)}</StateMark>}
        sub={`${state.cycleName} · ${words.due} ${dueText(state.dueOn)}`}
      >
        {editable && <ImportLink list="form" target={state.id} />}
      </PageHead>
      <div className="stack">
        {state.status !== 'called-back' && <SubmissionSteps state={state} />}
        <EntryNotices found={found} dirty={dirty} onJump={jumpTo} />
        {decided && <NextCase kind="submission" id={state.id} />}
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
          <div className="sheet-landscape">
            <EntryTable
              form={form}
              rows={rows}
              editable={editable}
              goTo={goTo}
              remarked={draft.remarked}
              evidenceCounts={draft.evidenceCounts}
              counted={draft.counted}
              onActivate={setActiveKey}
              onEdit={draft.onEdit}
              onLeave={() => bar.current?.focus()}
            />
            {editable && <p className="quiet small no-print">{words.keys}</p>}
            <ChecksPanel found={found} checks={checks} undecided={draft.undecided} dirty={dirty} onJump={jumpTo} />
            <SignalsPanel found={found} onJump={jumpTo} />
          </div>
          <EntrySide
            found={found}
            row={rows.find(({ key }) => key === activeKey) ?? rows[0]}
            derived={draft.derived}
            editable={editable}
            onTakeTheirs={(row) => draft.setDraft(row, draftOf(row.saved))}
            onKeepMine={(row) => draft.setDraft(row, { ...row.draft, base: draftOf(row.saved).base })}
          />
        </div>
        <EntryBar
          barRef={bar}
          rows={draft.laterRows}
          checks={checks.filter((finding) => explanationOf(found.state, finding) === undefined)}
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
        <EntryQuestion
          question={question}
          found={found}
          draft={draft}
          onClose={() => setQuestion(undefined)}
          onLoadNewest={loadNewest}
          onDone={(verb) => {
            setQuestion(undefined)
            setDecided(question !== 'submit' && question !== 'withdraw')
            tellDone(commonWords.done(verb))
          }}
        />
      )}
    </>
  )
}
