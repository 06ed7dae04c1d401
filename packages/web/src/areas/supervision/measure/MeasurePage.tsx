import type { Measure, MeasureAction } from '@anjie/contracts/vocabulary/supervision/measure'
import { MEASURE_KIND_NAMES } from '@anjie/domain/supervision/measureNames'
import { measureDueOn, measureOwner, measureStandingName } from '@anjie/domain/supervision/measureTransitions'
import { useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CasePage } from '../../../app/CasePage.tsx'
import { useMe } from '../../../app/me.ts'
import { PaperFile } from '../../../app/paper/PaperFile.tsx'
import { PaperSheet } from '../../../app/paper/PaperSheet.tsx'
import { turnText } from '../../../app/turn.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { ReadState } from '../../../ui/ReadState.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { MeasureFacts } from './MeasureFacts.tsx'
import { Contest, Listing, Rectifications, Standings } from './MeasureParts.tsx'
import type { MeasureCase } from './measureCase.ts'
import { measureRows, measureTitle } from './measureRows.ts'

/** 督导措施: what it is, whose turn it is, each problem with its rectification, and what was contested, lifted or decided. */
export default function MeasurePage() {
  const { measureId = '' } = useParams()
  const measure = useRead(OPERATIONS.getMeasure, { params: { measureId } })
  return (
    <ReadState read={measure}>{(found) => <Found found={found} loadNewest={() => void measure.refetch()} />}</ReadState>
  )
}

const SEAL: ReadonlySet<MeasureAction> = new Set(['issue', 'publish', 'lift'])
const DANGER: ReadonlySet<MeasureAction> = new Set(['veto', 'withdraw', 'discard', 'overturn'])

function Found({ found, loadNewest }: { found: MeasureCase; loadNewest: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const { state } = found
  const isIssued = state.issuedBy !== undefined
  return (
    <>
      <div className="on-screen">
        <CasePage<MeasureAction>
          title={state.unitName}
          back={{ to: '/measures', label: words.back }}
          status={{ code: state.status, name: measureStandingName(state) }}
          sub={`${MEASURE_KIND_NAMES[state.kind]} · ${state.matter} · ${state.countyName}${state.townshipName ?? ''}`}
          verbs={words.verbs}
          seal={SEAL}
          danger={DANGER}
          elsewhere={{ revise: () => void navigate(`/measures/${state.id}/edit`) }}
          tools={
            isIssued && (
              <PaperFile
                label={words.paperFile}
                title={measureTitle(found)}
                fileName={words.paperFileName(state.unitName, measureTitle(found))}
                rows={() => measureRows(found)}
                at={state.updatedAt}
              />
            )
          }
          turn={turnText(me, measureOwner(state), { dueOn: measureDueOn(state) ?? null, unit: state.unitId })}
          steps={{ label: words.steps, ...stepsOf(state) }}
          kind="measure"
          recordId={state.id}
          page={found}
          facts={<MeasureFacts state={state} />}
          dialog={(action, onClose, onDone) =>
            action !== 'revise' && <MeasureDialog {...{ action, found, loadNewest, onClose, onDone }} />
          }
        >
          <section className="panel">
            <h2>{words.demands}</h2>
            <p className="prose">{state.demands}</p>
          </section>
          {state.escalated !== undefined && <Standings tables={state.escalated.tables} />}
          <Rectifications found={found} />
          {state.contest !== undefined && <Contest contest={state.contest} />}
          <Listing state={state} />
        </CasePage>
      </div>
      {isIssued && <PaperSheet title={measureTitle(found)} rows={measureRows(found)} />}
    </>
  )
}

function stepsOf({ status, acknowledgedBy }: Measure): { readonly steps: readonly string[]; readonly at: number } {
  const { draft, issue, acknowledge, mend, close } = words.stepNames
  const steps = [draft, issue, acknowledge, mend, close]
  if (status === 'draft' || status === 'discarded') return { steps, at: 1 }
  if (status === 'closed' || status === 'withdrawn') return { steps, at: 4 }
  return { steps, at: acknowledgedBy === undefined ? 2 : 3 }
}
