import type { getProcedurePaper as operation } from '@anjie/contracts/operations/procedure'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { allowedPaperActions, isFiledLate, isPaperOverdue } from '@anjie/domain/procedure/paperTransitions'
import { indicatorsOf } from '@anjie/domain/procedure/scorersOfItems'
import { formOfSheet, scoredBy } from '@anjie/domain/procedure/scoreSteps'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { formOf } from '@anjie/domain/submissions/form'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** 程序材料 with what is needed to fill it in. */
export const getProcedurePaper: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'procedure-paper', params.paperId)
  if (!found.ok) return found
  const { state, version } = found.value
  // A city looks on at what its counties publish, not at how they come to it.
  if (state.place !== member.jurisdiction.code && !isOwnAssessor(state, member)) return err(notFound('procedure-paper'))
  const cycle = await findRecord(context, 'cycle', state.cycleId)
  if (!cycle.ok) return cycle
  const [more, timeline] = await Promise.all([
    formOfPaper(store, cycle.value.state, state),
    timelineOf(store, 'procedure-paper', params.paperId),
  ])
  return ok({
    state: asSeenBy(state, member),
    version,
    allowed: allowedPaperActions(state, cycle.value.state, member),
    ...timeline,
    late: isFiledLate(state) || isPaperOverdue(state, now),
    ...more,
  })
}

/** Scores reach the peace office signed; before, they are the department's, and whoever's who enters them for it. */
function asSeenBy(state: ProcedurePaper, { units, roles, personId }: Membership): ProcedurePaper {
  const isTheirs = units !== undefined || roles.includes('county-reporter') || state.enteredBy.includes(personId)
  return state.sheet === undefined || state.status === 'done' || isTheirs
    ? state
    : { ...state, sheet: { ...state.sheet, scores: [] } }
}

async function formOfPaper(store: RecordStore, cycle: CycleHead, state: ProcedurePaper) {
  if (state.sheet === undefined && state.visit === undefined) return {}
  const scheme = await store.rules(cycle.schemeId)
  if (scheme === undefined) throw new Error(`scheme ${cycle.schemeId} of cycle ${cycle.id} is not there`)
  if (state.sheet === undefined) return { indicators: indicatorsOf(scheme).map(({ code, name }) => ({ code, name })) }
  const form = formOfSheet(formOf(scheme, cycle, 'commission'), state.sheet)
  return {
    sheet: {
      subjects: scoredBy(state, await subjectsOf(store, cycle)).map(({ code, name }) => ({ code, name })),
      items: [...new Set(form.cells.map(({ item }) => item))],
      cells: form.cells.map(({ item, period, required }) => ({ item: item.code, period, required })),
    },
  }
}
