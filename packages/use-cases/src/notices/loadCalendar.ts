import { yearPlanFault } from '@anjie/calendar-cn'
import type { OneAnswer } from '@anjie/contracts/platform/command'
import type { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { YearPlan } from '@anjie/contracts/vocabulary/notices/calendar'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { calendarId } from '@anjie/domain/honours/recordIds'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandContext } from '../ports.ts'

/**
 * 导入节假日安排 of one year into a running system; it holds from the next notice on. The same plan once more changes nothing;
 * another one of the same year takes its place, because announcements are amended.
 */
export async function loadCalendar(
  { store, digest }: Pick<CommandContext, 'store' | 'digest'>,
  province: ProvinceCode,
  plan: YearPlan,
): Promise<Result<OneAnswer, Problem>> {
  const id = calendarId(province)
  const found = await store.get('calendar', id)
  const others = (found?.state.plans ?? []).filter(({ year }) => year !== plan.year)
  const next = { plans: [...others, plan].toSorted((one, other) => one.year - other.year) }
  const fault = yearPlanFault(plan, others)
  if (fault !== undefined) return err({ code: 'import-refused', detail: fault })
  const version = found?.version ?? 0
  if (found !== undefined && digest(found.state) === digest(next)) return ok({ ok: true, changed: false, version })
  const written = await store.commit([
    {
      kind: 'calendar',
      id,
      expectedVersion: version,
      next,
      fact: {
        type: 'CalendarLoaded',
        details: { year: `${plan.year}年`, source: plan.source.title, documentNumber: plan.source.documentNumber },
      },
    },
  ])
  return written.ok ? ok({ ok: true, changed: true, version: version + 1 }) : written
}
