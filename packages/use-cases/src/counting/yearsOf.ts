/** The years that these periods of figures lie in. */
export const yearsOf = (periods: readonly string[]): readonly number[] => [
  ...new Set(periods.map((period) => Number(period.slice(0, 4)))),
]
