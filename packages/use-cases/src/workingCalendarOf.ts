import { calendarWith, type WorkingCalendar } from '@anjie/calendar-cn'
import { calendarId } from '@anjie/domain/honours/recordIds'
import type { QueryContext } from './ports.ts'

/** The calendar that this province reckons by: the years that come with the system and those that its office loaded since. */
export async function workingCalendarOf({
  store,
  scope,
}: Pick<QueryContext, 'store' | 'scope'>): Promise<WorkingCalendar> {
  const loaded = await store.get('calendar', calendarId(scope.province))
  return calendarWith(loaded?.state.plans ?? [])
}
