import type { CountyHonour } from '@anjie/contracts/vocabulary/honours/countyHonour'

/** How often a county has one honour of one level, and for how many years without a break. */
export interface HonourRun {
  readonly name: string
  readonly level: CountyHonour['level']
  readonly times: number
  /** The longest stretch of years one after the other; the newest of several that are as long. */
  readonly from: number
  readonly to: number
  /** It reaches the last year for which anything can have been given yet. */
  readonly isRunning: boolean
}

/** 连续年度: counted from what is confirmed, never typed. A year that is missing breaks the run. */
export function honourRuns(
  honours: readonly Pick<CountyHonour, 'name' | 'level' | 'year' | 'status'>[],
  thisYear: number,
): readonly HonourRun[] {
  const confirmed = honours.filter(({ status }) => status === 'confirmed')
  return [...Map.groupBy(confirmed, ({ name, level }) => `${level} ${name}`).values()].flatMap((same) => {
    const [first] = same
    const years = [...new Set(same.map(({ year }) => year))].toSorted((one, other) => one - other)
    const longest = stretches(years).reduce<readonly number[]>(
      (best, each) => (each.length >= best.length ? each : best),
      [],
    )
    const [from, to] = [longest[0], longest.at(-1)]
    if (first === undefined || from === undefined || to === undefined) return []
    return [{ name: first.name, level: first.level, times: years.length, from, to, isRunning: to >= thisYear - 1 }]
  })
}

/** 2019, 2021, 2022 → [2019], [2021, 2022]. */
function stretches(years: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = []
  for (const year of years) {
    const last = found.at(-1)
    if (last?.at(-1) === year - 1) last.push(year)
    else found.push([year])
  }
  return found
}

/** 2次；连续5年（2021—2025年）. */
export function honourRunText({ times, from, to, isRunning }: HonourRun): string {
  const years = to - from + 1
  if (years < 2) return `${times}次`
  return `${times}次；连续${years}年（${from}—${to}年）${isRunning ? '' : '，已中断'}`
}
