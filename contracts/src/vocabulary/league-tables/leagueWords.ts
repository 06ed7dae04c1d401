/** How a league table says what its figures do not: the same words on the screen, in the workbook and on paper. */
export const LEAGUE_WORDS = {
  tied: '并列',
  notTied: '否',
  up: (places: number) => `升${places}`,
  down: (places: number) => `降${places}`,
  same: '持平',
  /** No rank before that this one can be measured by: the first table, another group, not ranked then. */
  notComparable: '不可比',
  notRanked: '不排名',
  noScore: '不计分',
  noGrade: '未评等次',
  noInterval: '未计算',
  /** A rank that is there and not shown yet. */
  afterPublication: '公布后可见',
} as const

/** `升3`, `降2`, `持平`, or that there is nothing to compare with. */
export const changeText = (change: number | null): string =>
  change === null
    ? LEAGUE_WORDS.notComparable
    : change === 0
      ? LEAGUE_WORDS.same
      : change > 0
        ? LEAGUE_WORDS.up(change)
        : LEAGUE_WORDS.down(-change)
