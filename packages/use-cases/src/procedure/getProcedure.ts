import { dayText } from '@anjie/calendar-cn'
import type { getProcedure as operation } from '@anjie/contracts/operations/procedure'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { missingDeliberation } from '@anjie/domain/procedure/missingSteps'
import { isFiledLate, isPaperOverdue, paperStatusName } from '@anjie/domain/procedure/paperTransitions'
import { allowedProcedureActions } from '@anjie/domain/procedure/procedureTransitions'
import { bestGraded } from '@anjie/domain/procedure/reviewSteps'
import { findingsText } from '@anjie/domain/procedure/visitSteps'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { findProcedure } from './changeProcedure.ts'
import { bestGradeOf, missingBefore } from './missingSteps.ts'
import { papersOf } from './procedurePapers.ts'
import { cycleShown } from './shown.ts'

/** 考评程序 of a cycle: each step with where everybody stands in it, for its commission. */
export const getProcedure: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const { store, member, now } = context
  const found = await findProcedure(context, params.cycleId)
  if (!found.ok) return found
  const { cycle, procedure } = found.value
  const { latestRun } = cycle.state
  const [papers, run, best, timeline] = await Promise.all([
    papersOf(store, cycle.state, procedure.state),
    latestRun === undefined ? undefined : store.get('run', latestRun),
    bestGradeOf(store, cycle.state),
    timelineOf(store, 'procedure', params.cycleId),
  ])
  const missing = await missingBefore(store, cycle.state, procedure.state, papers, run?.state)
  const last = run === undefined ? [] : missingDeliberation(cycle.state, procedure.state, run.state)
  return ok({
    ...procedure,
    allowed: allowedProcedureActions(procedure.state, cycle.state, member),
    ...timeline,
    cycle: cycleShown(cycle.state),
    ...(run === undefined ? {} : { run: { id: run.state.id, candidates: bestGraded(run.state, best).length } }),
    missing: [...missing, ...last],
    papers: papers.asked.flatMap(({ id }) => {
      const paper = papers.there.get(id)?.state
      return paper === undefined
        ? []
        : [
            {
              id,
              step: paper.step,
              name: paper.unitName,
              status: paper.status,
              statusName: paperStatusName(paper),
              dueOn: paper.dueOn,
              late: isFiledLate(paper) || isPaperOverdue(paper, now),
              gist: gistOf(paper),
            },
          ]
    }),
  })
}

/** What came of a paper in a few words; of what was not handed over yet nothing. */
function gistOf({ status, waived, report, consultation, visit, filed, sheet }: ProcedurePaper): string {
  if (status === 'waived') return waived?.reason ?? ''
  if (consultation?.answer !== undefined) return consultation.answer.objects ? '有不同意见' : '无不同意见'
  if (visit !== undefined)
    return status === 'done' ? findingsText(visit.findings) : `${visit.team}，${dayText(visit.on)}`
  if (filed === undefined) return ''
  if (report !== undefined) return `佐证${report.files.filter((file) => file.status === 'attached').length}份`
  return sheet === undefined ? '' : `${sheet.items.length}项指标`
}
