import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { wordDay } from '@anjie/domain/posts/duty-lists/dutyEventSteps'
import { dutyEventOwner } from '@anjie/domain/posts/duty-lists/dutyEventTransitions'
import { DUTY_EVENT_STATUS_NAMES, effectText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { clockTerm } from './clockTerm.ts'
import { type HomeLine, type HomeView, noteOf } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** It waits for a word of the post's unit, then for somebody of the county who decides; it names nobody. */
export const dutyEvent: HomeView<'duty-event'> = ({ recordId, version, before, after: state }) => {
  const owner = dutyEventOwner(state)
  const day = state.status === 'asked' ? state.wordBy : null
  const row: HomeRow = {
    kind: 'duty-event',
    id: recordId,
    version,
    title: state.unitName,
    place: state.unitName,
    status: state.status,
    statusName: DUTY_EVENT_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: state.county, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: day,
    updatedAt: state.updatedAt,
    page: 'duty-event',
    pageId: recordId,
    note: noteOf(`${state.entry.text}（${effectText(state.entry.effect)}）`),
    unit: state.unitId,
  }
  const turn: HomeLine = {
    owner: state.county,
    slot: 'turn',
    line: owner === null ? null : { standing: { as: 'work', role: owner.role, day }, row },
  }
  const [term, former] = [wordDay(state), before === null ? undefined : wordDay(before)]
  return [
    ...withUnitsOwn([turn], state.county, state.unitId),
    ...(term === former ? [] : [clockTerm(state.county, row, term)]),
  ]
}
