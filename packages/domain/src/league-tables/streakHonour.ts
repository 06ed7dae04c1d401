/** 连续达标荣誉 (平安鼎): a ladder of consecutive years, then a star for each further stretch. */
export interface StreakLadder {
  /** Shortest first, e.g. 3 平安鼎, 6 铜鼎, 9 银鼎, 12 金鼎. */
  readonly steps: readonly { readonly years: number; readonly name: string }[]
  /** Years for each star above the last step. */
  readonly yearsPerStar: number
}

/** Zhejiang: 3 / 6 / 9 / 12 consecutive years, then a star for each further three. */
export const PEACE_TRIPODS: StreakLadder = {
  steps: [
    { years: 3, name: '平安鼎' },
    { years: 6, name: '平安铜鼎' },
    { years: 9, name: '平安银鼎' },
    { years: 12, name: '平安金鼎' },
  ],
  yearsPerStar: 3,
}

export interface Streak {
  /** Consecutive years up to and including the asked one. */
  readonly years: number
  /** Highest step reached, `null` below the first. */
  readonly name: string | null
  readonly stars: number
  /** Was the step or star reached in exactly this year, so that it is to be awarded now? */
  readonly reachedNow: boolean
  /** Years still to go to the next step or star. */
  readonly yearsToNext: number
}

/** Counts back from `year` over the years in which the top grade was held; a year that is not listed breaks the streak. */
export function streakHonour(heldYears: readonly number[], year: number, ladder: StreakLadder): Streak {
  const held = new Set(heldYears)
  let years = 0
  while (held.has(year - years)) years += 1
  const reached = ladder.steps.filter((step) => years >= step.years)
  const top = reached.at(-1)
  const next = ladder.steps[reached.length]
  const beyond = next === undefined && top !== undefined ? years - top.years : 0
  const stars = Math.floor(beyond / ladder.yearsPerStar)
  return {
    years,
    name: top?.name ?? null,
    stars,
    reachedNow:
      years > 0 &&
      (ladder.steps.some((step) => step.years === years) || (beyond > 0 && beyond % ladder.yearsPerStar === 0)),
    yearsToNext: next === undefined ? ladder.yearsPerStar - (beyond % ladder.yearsPerStar) : next.years - years,
  }
}
