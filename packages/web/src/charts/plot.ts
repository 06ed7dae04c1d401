export interface PlottedPoint {
  readonly index: number
  readonly x: number
  readonly y: number
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** The least value at the top, as for ranks, where the first place is the highest. */
  readonly leastOnTop: boolean
  /** Whether a line leads to this point from the one before; without it, to each. */
  readonly joins?: readonly boolean[]
}

/**
 * Where the points of a line stand, in runs without a gap: a missing figure ends one run, and nothing is drawn across it;
 * a figure of another kind than the one before begins a new one.
 * A line without differences runs through the middle.
 */
export function plot(values: readonly (number | null)[], frame: Frame): readonly (readonly PlottedPoint[])[] {
  const { width, height, margin, leastOnTop, joins } = frame
  const given = values.filter((value) => value !== null)
  const least = Math.min(...given)
  const most = Math.max(...given)
  const across = width - 2 * margin
  const down = height - 2 * margin
  const runs: PlottedPoint[][] = []
  let open: PlottedPoint[] | undefined
  for (const [index, value] of values.entries()) {
    if (value === null) {
      open = undefined
      continue
    }
    const share = most === least ? 0.5 : (value - least) / (most - least)
    const x = margin + (values.length <= 1 ? across / 2 : (across * index) / (values.length - 1))
    const y = margin + down * (leastOnTop ? share : 1 - share)
    if (open === undefined || joins?.[index] === false) {
      open = []
      runs.push(open)
    }
    open.push({ index, x, y })
  }
  return runs
}
