import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { paperStatusName } from '@anjie/domain/procedure/paperTransitions'
import { PROCEDURE_STEP_NAMES } from '@anjie/domain/procedure/procedureNames'
import { beijingDay } from '@anjie/kernel'
import { paperQueue } from '../lists/procedurePaper.ts'
import { type HomeLine, type HomeView, noteOf, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** What whoever owes it is told, in fixed words. */
const TOLD: Readonly<Record<FactTypeOf<'procedure-paper'>, ((state: ProcedurePaper) => string) | null>> = {
  PaperAsked: null,
  PaperReplanned: ({ dueOn }) => `安排有调整，截至${dayText(dueOn)}`,
  ReportSaved: null,
  ReportFileRequested: null,
  ReportFileAttached: null,
  ScoresEntered: null,
  FindingsSaved: null,
  PaperFiled: null,
  ReportAccepted: () => '自评报告已采纳',
  ScoresSigned: () => '评分已由负责人签署',
  ConsultationAnswered: null,
  PaperReturned: () => '已退回，请修改后重新报送',
  PaperWaived: () => '已免办',
  FindingTaken: null,
}

/** Waits for whoever owes it, then for the head's signature or the commission. */
export const procedurePaper: HomeView<'procedure-paper'> = ({ recordId, version, type, at, before, after: state }) => {
  const queue = paperQueue(state)
  const row: HomeRow = {
    kind: 'procedure-paper',
    id: recordId,
    version,
    title: state.unitName,
    place: state.placeName,
    status: state.status,
    statusName: paperStatusName(state),
    queue: queue === null ? null : { level: queue.level, code: queue.code, role: queue.role },
    nextVerb: queue?.verb ?? null,
    dueOn: queue === null ? null : state.dueOn,
    updatedAt: state.updatedAt,
    cycleId: state.cycleId,
    page: 'procedure-paper',
    pageId: recordId,
    note: noteOf(`${PROCEDURE_STEP_NAMES[state.step]}：${state.cycleName}`),
    ...(state.unitId === undefined ? {} : { unit: state.unitId }),
  }
  const line: HomeLine['line'] =
    queue === null ? null : { standing: { as: 'work', role: queue.role, day: state.dueOn }, row }
  // A line that leaves one jurisdiction is taken away there.
  const places = [...new Set([before === null ? undefined : paperQueue(before)?.code, queue?.code])]
  const turns = places.flatMap((owner): readonly HomeLine[] =>
    owner === undefined ? [] : [{ owner, slot: 'turn', line: owner === queue?.code ? line : null }],
  )
  if (state.step === 'field-visits') return turns
  const says = TOLD[type]?.(state)
  const told: readonly HomeLine[] =
    says === undefined
      ? []
      : [
          {
            owner: state.place,
            slot: 'told',
            line: {
              standing: { as: 'told', level: 'county', day: addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS) },
              row: { ...row, queue: null, nextVerb: null, dueOn: null, updatedAt: at, says, note: noteOf(says) },
            },
          },
        ]
  const all = withUnitsOwn([...turns, ...told], state.place, state.unitId)
  if (queue?.role !== 'unit-reporter' || state.unitId === undefined) return all
  // A signature is the unit's alone.
  const { unitId } = state
  return [
    ...all.filter(({ owner, slot }) => slot !== 'turn' || (owner !== unitId && owner !== state.place)),
    { owner: state.place, slot: 'turn', line: null },
    { owner: unitId, slot: 'turn', line },
  ]
}
