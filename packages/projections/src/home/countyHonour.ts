import { addDays } from '@anjie/calendar-cn/plainDays'
import { textOf } from '@anjie/contracts/facts/readFact'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { COUNTY_HONOUR_STATUS_NAMES, confirmingLevel, countyHonourOwner } from '@anjie/domain/honours/countyHonours'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, noteOf, TOLD_DAYS } from './homeLine.ts'

/** It waits for who gave the honour, or where it was sent back for the county, which is told what became of it. */
export const countyHonour: HomeView<'county-honour'> = ({ recordId, version, type, at, after: state, details }) => {
  if (type === 'CountyHonourFileRequested' || type === 'CountyHonourFileAttached' || type === 'CountyHonourChanged')
    return []
  const codes = divisionsOfCounty(state.county)
  const owner = countyHonourOwner(state)
  const row: HomeRow = {
    kind: 'county-honour',
    id: recordId,
    version,
    title: `${state.year}年度${state.name}`,
    place: state.countyName,
    status: state.status,
    statusName: COUNTY_HONOUR_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    page: 'county-honours',
    pageId: state.county,
    note: null,
  }
  const waitsIn = (level: 'county' | 'city' | 'province'): HomeLine => ({
    owner: codes[level],
    slot: 'turn',
    line: owner?.level === level ? { standing: { as: 'work', role: owner.role, day: null }, row } : null,
  })
  const lines = [waitsIn('county'), waitsIn(confirmingLevel(state))]
  if (type !== 'CountyHonourConfirmed' && type !== 'CountyHonourReturned') return lines
  const reason = textOf(details, 'reason')
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  return [
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
          says: COUNTY_HONOUR_STATUS_NAMES[state.status],
          note: reason === undefined || reason === '' ? null : noteOf(reason),
        },
      },
    },
  ]
}
