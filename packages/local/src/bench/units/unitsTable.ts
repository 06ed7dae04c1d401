import { z } from 'zod'
import type { Measured } from './bench.ts'
import type { CallCost } from './benchApi.ts'

const Units = z.object({
  trips: z.int(),
  waves: z.int(),
  readUnits: z.number(),
  writeUnits: z.number(),
  /** Of the lines and documents that its facts are projected into. */
  projectedUnits: z.number(),
  items: z.int(),
  bytes: z.int(),
  answerBytes: z.int(),
  /** The most on one partition that the whole province shares. */
  sharedReads: z.number().default(0),
  sharedWrites: z.number().default(0),
  refused: z.string().optional(),
})

/** One operation in a province that is filled to several shares. */
export const UnitsRow = z.object({
  what: z.string(),
  operation: z.string(),
  /** By the share in percent. */
  shares: z.record(z.string(), Units),
  /** Fewest units that the largest share's answer or change could cost. */
  least: z.number(),
  /** How many times the least it costs there. */
  ratio: z.number(),
  /** Power of the share with which its units grow: 0 flat, 1 as the province grows. */
  exponent: z.number(),
})
export type UnitsRow = z.infer<typeof UnitsRow>

/** `bench/units.json`: what the operations cost when they were last measured. */
export const UnitsFile = z.object({ shares: z.array(z.int()), rows: z.array(UnitsRow) })
export type UnitsFile = z.infer<typeof UnitsFile>

export type MeasuredShare = { readonly percent: number; readonly measured: readonly Measured[] }

const READ_UNIT_BYTES = 4096
/** State, fact and receipt of a changed record, in one transaction, each below a kilobyte; no further receipt for the next. */
const LEAST_WRITE_FIRST = 6
const LEAST_WRITE_MORE = 4

/**
 * The least that could be paid: a question reads its answer once, as the store keeps it, and need not read it strongly; a
 * change reads each record that it changes once, and writes state and fact of each and one receipt.
 */
export function leastUnits({ facts, packedAnswerBytes }: CallCost): number {
  if (facts === 0) return Math.ceil(packedAnswerBytes / READ_UNIT_BYTES) / 2
  return facts + LEAST_WRITE_FIRST + (facts - 1) * LEAST_WRITE_MORE
}

/** One row for each operation, from the shares in which it was measured, smallest first. */
export function unitsRows(shares: readonly MeasuredShare[]): readonly UnitsRow[] {
  const largest = shares.at(-1)
  return (largest?.measured ?? []).map(({ what, operation, cost }, at) => {
    const points = shares.flatMap(({ percent, measured }) => {
      const each = measured[at]
      return each === undefined ? [] : [{ percent, each }]
    })
    const least = leastUnits(cost)
    return {
      what,
      operation,
      shares: Object.fromEntries(points.map(({ percent, each }) => [String(percent), unitsOf(each)])),
      least,
      ratio: rounded(unitsSpent(cost) / least),
      exponent: growthOf(points.map(({ percent, each }) => [percent, each.cost])),
    }
  })
}

const unitsOf = ({ cost, refused }: Measured): z.infer<typeof Units> => {
  const { trips, waves, readUnits, writeUnits, projectedUnits, items, bytes, answerBytes, shared } = cost
  return {
    trips,
    waves,
    readUnits,
    writeUnits,
    projectedUnits,
    items,
    bytes,
    answerBytes,
    sharedReads: shared.readUnits,
    sharedWrites: shared.writeUnits,
    ...(refused === undefined ? {} : { refused }),
  }
}

const unitsSpent = ({ readUnits, writeUnits }: Pick<CallCost, 'readUnits' | 'writeUnits'>): number =>
  readUnits + writeUnits

/** The power of the share with which units grow, over these shares. */
export const growthOf = (
  points: readonly (readonly [share: number, units: Pick<CallCost, 'readUnits' | 'writeUnits'>])[],
): number => rounded(exponentOf(points.map(([share, units]) => [share, unitsSpent(units)])))

/** Slope of the line through the points, both axes logarithmic. */
function exponentOf(points: readonly (readonly [share: number, units: number])[]): number {
  if (points.length < 2) return 0
  const logs = points.map(([share, units]) => [Math.log(share), Math.log(Math.max(units, 0.5))] as const)
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const COLUMNS = [
  ['trips', 6],
  ['waves', 6],
  ['read', 8],
  ['write', 7],
  ['proj.', 7],
  ['items', 7],
  ['KB', 8],
  ['least', 7],
  ['ratio', 8],
  ['growth', 7],
] as const

/** The table as text, one line for each operation at one share. */
export function printedRows(rows: readonly UnitsRow[], percent: number): readonly string[] {
  const head = COLUMNS.map(([name, width]) => name.padStart(width)).join('')
  return [
    `${head}  ${percent} % of a province`,
    ...rows.map(({ what, operation, shares, least, ratio, exponent }) => {
      const units = shares[String(percent)]
      if (units === undefined) throw new Error(`${what} was not measured at ${percent} %`)
      const { trips, waves, readUnits, writeUnits, projectedUnits, items, bytes, refused } = units
      const cells = [trips, waves, readUnits, writeUnits, projectedUnits, items, (bytes / 1024).toFixed(1)]
      const line = [...cells, least, ratio, exponent.toFixed(2)]
      const numbers = line.map((cell, at) => String(cell).padStart(COLUMNS[at]?.[1] ?? 0)).join('')
      return `${numbers}  ${what} ${operation}${refused === undefined ? '' : `  refused: ${refused}`}`
    }),
  ]
}
