import { addDays, officialCalendar } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { isWorkedOn } from '@anjie/domain/messages/reminderOf'
import { REPORT_COUNTY, SITUATION_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { setDigestSetting, urgeCase, readMessages } = OPERATIONS

/** Posts that want their digest, half of them by their office's own gateway. */
const SUBSCRIBED = [
  ['province.admin', 'email'],
  [`${cityCodeOf(SITUATION_COUNTY)}.reviewer`, 'gateway'],
  [`${SITUATION_COUNTY}.reporter`, 'email'],
  [`${SITUATION_COUNTY}.reviewer`, 'gateway'],
  [`${REPORT_COUNTY}.reporter`, 'gateway'],
  [`${REPORT_COUNTY}.township`, 'email'],
] as const

/** 汇总设置, made before anything happens of which a digest could tell. */
export async function seedDigestSettings(staff: Staff, at: string): Promise<void> {
  for (const [userName, channel] of SUBSCRIBED) {
    const address = channel === 'email' ? `${userName}@anjie.example` : `desk-${userName}`
    await staff.call(userName, setDigestSetting, { body: { channel, address } }, at)
  }
}

/** 08:35 in Beijing on the first working day after this one. */
export function nextDigestAfter(day: PlainDate): string {
  let next = addDays(day, 1)
  while (!isWorkedOn(next, officialCalendar)) next = addDays(next, 1)
  return `${next}T00:35:00.000Z`
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * 催报 in each state that its dialog shows: once and then as an emergency, which leaves at any hour; and as often as a day allows. One
 * reporter has read what came until yesterday.
 */
export async function seedUrgings(staff: Staff, cycleId: string): Promise<void> {
  const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString()
  const formOf = (county: string) => ({
    caseKind: 'submission' as const,
    caseId: SubmissionId.parse(`${county}.${cycleId.slice(cycleId.indexOf('.') + 1)}`),
  })
  const urge = (userName: string, county: string, at: string, emergency?: string) =>
    staff.call(userName, urgeCase, { params: formOf(county), body: emergency === undefined ? {} : { emergency } }, at)
  await urge(`${cityCodeOf(REPORT_COUNTY)}.reviewer`, REPORT_COUNTY, ago(DAY_MS))
  await urge('province.admin', REPORT_COUNTY, ago(6 * MINUTE_MS), '国家督导组明日核对该县数据')
  await urge(`${cityCodeOf(SITUATION_COUNTY)}.reviewer`, SITUATION_COUNTY, ago(12 * MINUTE_MS))
  await urge('province.reviewer', SITUATION_COUNTY, ago(8 * MINUTE_MS))
  await staff.call(`${REPORT_COUNTY}.reporter`, readMessages, { body: { upTo: ago(DAY_MS) } })
}
