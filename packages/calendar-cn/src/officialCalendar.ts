import plan2024 from '../data/2024.json' with { type: 'json' }
import plan2025 from '../data/2025.json' with { type: 'json' }
import plan2026 from '../data/2026.json' with { type: 'json' }
import { workingCalendar, type YearPlan } from './workingCalendar.ts'

/** Every year that the State Council's office has announced; a new year is one data file and one line here. */
export const OFFICIAL_PLANS: readonly YearPlan[] = [plan2024, plan2025, plan2026]

export const officialCalendar = workingCalendar(OFFICIAL_PLANS)
