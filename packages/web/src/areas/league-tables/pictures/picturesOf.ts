import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { HeatRow } from '../../../charts/HeatTable.tsx'
import { stepIn } from '../../../charts/steps.ts'
import { shortFigure } from '../../../ui/shortFigure.ts'

export type PictureKind = 'heat' | 'distribution' | 'tiles'

interface LeagueColumns {
  /** Headings below the root, as the first row that has any names them. */
  readonly columns: readonly { readonly code: string; readonly name: string }[]
  /** Score first, then one figure a heading; in the table's own order. */
  readonly rows: readonly HeatRow[]
}

/** A league table as columns of figures. A heading that a row lacks gives it no figure, never another heading's. */
export function picturesOf(rows: readonly LeagueRow[]): LeagueColumns {
  const columns = [
    ...new Map(
      rows.flatMap(({ levelOne }) => levelOne.map(({ code, name }) => [code, { code, name }] as const)),
    ).values(),
  ]
  return {
    columns,
    rows: rows.map((row) => ({
      key: row.subject,
      name: row.name,
      values: [row.publishedScore, ...columns.map(({ code }) => pointsOf(row, code))],
    })),
  }
}

/** One tile a row: the score, or the points of the heading that was chosen. */
export function tilesOf(rows: readonly LeagueRow[], heading: string) {
  const values = rows.map((row) => (heading === '' ? row.publishedScore : pointsOf(row, heading)))
  const step = stepIn(values)
  return rows.map((row, index) => {
    const value = values[index] ?? null
    return { code: row.subject, name: row.name, value: value === null ? null : shortFigure(value), step: step(value) }
  })
}

const pointsOf = (row: LeagueRow, code: string): string | null =>
  row.levelOne.find((each) => each.code === code)?.points ?? null
