export * from './officialCalendar.ts'
export * from './plainDays.ts'
export * from './workingCalendar.ts'
export * from './workingDays.ts'
