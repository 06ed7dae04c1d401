import { addDays } from '@anjie/calendar-cn/plainDays'
import { textOf } from '@anjie/contracts/facts/readFact'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { APPEAL_STATUS_NAMES, appealOwner } from '@anjie/domain/appeals/appealTransitions'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, noteOf, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/**
 * An appeal waits for who answers it and, when it is right, for the commission until it is put right. The city, which can open the
 * form again, is told which form, and neither points nor what the county wrote. The county is told the answer.
 */
export const appeal: HomeView<'appeal'> = ({ recordId, version, type, at, after: state, details }) => {
  const codes = divisionsOfCounty(state.county)
  const owner = appealOwner(state)
  const row: HomeRow = {
    kind: 'appeal',
    id: recordId,
    version,
    title: `${state.cycleName}　${state.receipt.name}`,
    place: state.subject?.name ?? state.countyName,
    status: state.status,
    statusName: APPEAL_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    cycleId: state.cycleId,
    page: 'appeal',
    pageId: recordId,
    note: state.status === 'upheld' ? '更正之前，本周期的结果不能公布' : null,
  }
  const lines: HomeLine[] = [
    {
      owner: codes[state.assessor],
      slot: 'turn',
      line: owner === null ? null : { standing: { as: 'work', role: owner.role, day: null }, row },
    },
  ]
  const { submissionId } = state
  // Figures of the commission alone are not put right by opening the form again.
  if (
    state.assessor === 'province' &&
    submissionId !== undefined &&
    state.restsOnForm !== false &&
    type !== 'AppealFiled'
  )
    lines.push({
      owner: codes.city,
      slot: 'correction',
      line:
        state.status === 'upheld'
          ? {
              standing: { as: 'work', role: 'city-reviewer', day: null },
              row: {
                ...row,
                title: state.cycleName,
                queue: { level: 'city', code: codes.city, role: 'city-reviewer' },
                nextVerb: '退回填报表更正',
                cycleId: state.cycleId,
                page: 'submission',
                pageId: submissionId,
                note: `“${state.receipt.name}”申诉成立，填报数据有误的由市级退回更正`,
              },
            }
          : null,
    })
  if (type === 'AppealFiled') return lines
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  const words = textOf(details, 'answer') || textOf(details, 'statement') || textOf(details, 'points')
  const told: readonly HomeLine[] = [
    ...lines,
    {
      owner: codes.county,
      slot: 'told',
      line: {
        standing: { as: 'told', level: 'county', day },
        row: {
          ...row,
          nextVerb: null,
          updatedAt: at,
          says: APPEAL_STATUS_NAMES[state.status],
          note: words === undefined ? null : noteOf(words),
        },
      },
    },
  ]
  return withUnitsOwn(told, codes.county, state.subject?.code)
}
