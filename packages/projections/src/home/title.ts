import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { EXPIRY_TOLD_DAYS } from '@anjie/domain/aftercare/limits'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { titleKeeper } from '@anjie/domain/honours/titleKeeper'
import { TITLE_STATUS_NAMES } from '@anjie/domain/honours/titleNames'
import { beijingDay } from '@anjie/kernel'
import { clockTerm } from './clockTerm.ts'
import { type HomeLine, type HomeView, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** What county, city and unit are told of a title; a re-check is told by its own case. */
const TOLD: Readonly<Record<FactTypeOf<'title'>, ((title: Title) => string) | null>> = {
  TitleConferred: null,
  TitleImported: null,
  TitleEntryWithdrawn: null,
  TitleCorrected: null,
  TitleCarriedOn: null,
  TitleTakenBack: null,
  TitleRecheckOpened: null,
  TitleRecheckResumed: null,
  TitleRecheckClosed: null,
  TitleWarned: null,
  TitleRetained: null,
  TitleConfirmedAnew: null,
  TitleRevoked: null,
  TitleRestored: null,
  TitleDeregistered: null,
  TitleExpiryTold: ({ honourName, validUntil }) =>
    `“${honourName}”称号${validUntil === undefined ? '' : dayText(validUntil)}到期，需要续期的请在届满前申报`,
  TitleExpired: ({ honourName }) => `“${honourName}”称号已到期`,
  TitleTermSet: ({ honourName, validUntil }) =>
    `“${honourName}”称号有效期至${validUntil === undefined ? '' : dayText(validUntil)}`,
}

/** The first day on which time alone does something to a title: it is told of its end, then it ends. */
export function termDayOf({ status, validUntil, expiryToldOn }: Title): PlainDate | undefined {
  const stands = status === 'active' || status === 'retained' || status === 'under-recheck' || status === 'rectify'
  if (!stands || validUntil === undefined) return undefined
  return expiryToldOn === undefined ? addDays(validUntil, -EXPIRY_TOLD_DAYS) : addDays(validUntil, 1)
}

/** A title waits for its days; that it runs out is said to its unit, its county and, of what the county did not confer, its city. */
export const title: HomeView<'title'> = ({ recordId, version, type, at, before, after: state }) => {
  const codes = divisionsOfCounty(state.county)
  const says = TOLD[type]?.(state) ?? null
  const row: HomeRow = {
    kind: 'title',
    id: recordId,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: TITLE_STATUS_NAMES[state.status],
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: at,
    page: 'titles',
    pageId: recordId,
    note: says,
    ...(says === null ? {} : { says }),
  }
  const [day, former] = [termDayOf(state), before === null ? undefined : termDayOf(before)]
  const lines: HomeLine[] = day === former ? [] : [clockTerm(state.county, row, day)]
  if (says === null) return lines
  const until = addDays(PlainDate.parse(beijingDay(at)), type === 'TitleExpiryTold' ? EXPIRY_TOLD_DAYS : TOLD_DAYS)
  const levels = titleKeeper(recordId) === 'county' ? (['county'] as const) : (['county', 'city'] as const)
  return [
    ...lines,
    ...withUnitsOwn(
      levels.map((level) => ({
        owner: codes[level],
        slot: 'told',
        line: { standing: { as: 'told', level, day: until }, row },
      })),
      codes.county,
      state.unitId,
    ),
  ]
}
