import { OFFICIAL_PLANS, officialCalendar } from './officialCalendar.ts'
import { type WorkingCalendar, workingCalendar, type YearPlan } from './workingCalendar.ts'

/** The built-in years and those that were loaded; a loaded year takes the place of a built-in one. */
export function calendarWith(loaded: readonly YearPlan[]): WorkingCalendar {
  if (loaded.length === 0) return officialCalendar
  const years = new Set(loaded.map(({ year }) => year))
  return workingCalendar([...OFFICIAL_PLANS.filter(({ year }) => !years.has(year)), ...loaded])
}
