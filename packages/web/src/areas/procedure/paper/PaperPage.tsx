import type { PaperAction } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { isPaperOver, paperOwner, paperStatusName } from '@anjie/domain/procedure/paperTransitions'
import { PROCEDURE_STEP_NAMES } from '@anjie/domain/procedure/procedureNames'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Answer } from './Answer.tsx'
import { PaperDialog } from './PaperDialog.tsx'
import type { PaperProps } from './paperCase.ts'
import { Report } from './Report.tsx'
import { ScoreSheet } from './ScoreSheet.tsx'
import { Visit } from './Visit.tsx'

/** 程序材料: what one unit or team owes one step, filled in and carried on. */
export default function PaperPage() {
  const { paperId = '' } = useParams()
  const paper = useRead(OPERATIONS.getProcedurePaper, { params: { paperId } })
  return (
    <ReadState read={paper}>{(found) => <Found found={found} loadNewest={() => void paper.refetch()} />}</ReadState>
  )
}

const VERBS = ['file', 'accept', 'sign', 'return', 'waive'] as const satisfies readonly PaperAction[]
type Verb = (typeof VERBS)[number]

function Found({ found, loadNewest }: PaperProps) {
  const me = useMe()
  const [asked, setAsked] = useState<Verb | undefined>(undefined)
  /** What was typed and not saved yet may not be filed. */
  const [isUnsaved, setIsUnsaved] = useState(false)
  const { state } = found
  const { returned, waived } = state
  const byline = ({ personName, post, at }: { personName: string; post: string; at: string }) =>
    words.byline(personName, post, instantText(at))
  return (
    <>
      <PageHead
        title={`${state.unitName}${PROCEDURE_STEP_NAMES[state.step]}`}
        back={{ to: '/procedure-papers', label: words.back }}
        state={
          <>
            <StateMark tone={toneOf(state.status)}>{paperStatusName(state)}</StateMark>
            {found.late && <StateMark tone="stop">{words.late}</StateMark>}
          </>
        }
        sub={<Link to={`/cycles/${state.cycleId}`}>{state.cycleName}</Link>}
      >
        <ActionBar
          verbs={VERBS.map((action) => ({
            action,
            label: action === 'file' ? words.fileVerbs[state.step] : words.verbs[action],
            onPress: () => setAsked(action),
            hindered: action === 'file' && isUnsaved ? words.saveFirst : undefined,
            ...(action === 'sign' ? { kind: 'seal' as const } : {}),
          }))}
          allowed={found.allowed}
          turn={turnText(me, paperOwner(state), { dueOn: isPaperOver(state) ? null : state.dueOn })}
        />
      </PageHead>
      <div className="stack">
        {state.status === 'returned' && returned !== undefined && (
          <Callout tone="due" title={words.returned(byline(returned))}>
            <p>{returned.reason}</p>
          </Callout>
        )}
        {state.status === 'waived' && waived !== undefined && (
          <Callout tone="work" title={words.waived(byline(waived))}>
            <p>{waived.reason}</p>
          </Callout>
        )}
        {state.report !== undefined && (
          <Report key={found.version} found={found} loadNewest={loadNewest} onUnsaved={setIsUnsaved} />
        )}
        {found.sheet !== undefined && (
          <ScoreSheet key={found.version} found={found} loadNewest={loadNewest} onUnsaved={setIsUnsaved} />
        )}
        {state.consultation !== undefined && <Answer found={found} />}
        {state.visit !== undefined && (
          <Visit key={found.version} found={found} loadNewest={loadNewest} onUnsaved={setIsUnsaved} />
        )}
        {state.filed !== undefined && (
          <p className="quiet">
            {words.filedBy}：{byline(state.filed)}
          </p>
        )}
        {state.done !== undefined && (
          <p className="quiet">
            {state.step === 'department-scores' ? words.signedBy : words.doneBy}：{byline(state.done)}
          </p>
        )}
        <CaseTimeline kind="procedure-paper" recordId={state.id} page={found} />
      </div>
      {asked !== undefined && (
        <PaperDialog action={asked} found={found} loadNewest={loadNewest} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}
