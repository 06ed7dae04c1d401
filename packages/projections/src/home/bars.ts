import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { BAR_KIND_NAMES, isDivision } from '@anjie/domain/honours/bars'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** Who is barred, by what and until when, is said to the unit, its county and its city; so is the lifting. */
export const bars: HomeView<'bars'> = ({ recordId, version, type, at, after: state }) => {
  const codes = divisionsOfCounty(state.county)
  const bar = type === 'BarLifted' ? state.bars.find(({ lifted }) => lifted?.on === beijingDay(at)) : state.bars.at(-1)
  if (bar === undefined) return []
  const says =
    type === 'BarLifted'
      ? `解除限制申报（${BAR_KIND_NAMES[bar.kind]}）`
      : `限制申报至${dayText(bar.until)}（${BAR_KIND_NAMES[bar.kind]}）`
  const row: HomeRow = {
    kind: 'bars',
    id: recordId,
    version,
    title: state.name,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: 'entered',
    statusName: '限制申报',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: at,
    page: 'bars',
    pageId: state.subject,
    note: says,
    says,
  }
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  const lines: readonly HomeLine[] = (['county', 'city'] as const).map((level) => ({
    owner: codes[level],
    slot: 'told',
    line: { standing: { as: 'told', level, day }, row },
  }))
  return withUnitsOwn(lines, codes.county, isDivision(state.subject) ? undefined : state.subject)
}
