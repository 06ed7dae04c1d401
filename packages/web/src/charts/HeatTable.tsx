import { colours } from '@anjie/tokens'
import { useMemo } from 'react'
import { chartWords as words } from '../locales/zh-CN/charts.ts'
import { shortFigure } from '../ui/shortFigure.ts'
import { brokenLines } from './brokenLines.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { StepLegend } from './StepLegend.tsx'
import { STEP_GROUNDS, STEP_TEXT, stepIn } from './steps.ts'

export interface HeatRow {
  readonly key: string
  readonly name: string
  /** One a column, exact, as text; null where there is no figure. */
  readonly values: readonly (string | null)[]
}

interface HeatTableProps {
  readonly title: string
  readonly description: string
  /** Heading of the names. */
  readonly rowHeading: string
  readonly columns: readonly string[]
  readonly rows: readonly HeatRow[]
}

const NAME = 112
const COLUMN = 84
const ROW = 24
const LINE = 15
const PER_LINE = 6
const LINES = 3
const LEGEND = 30

/** 热力表: everybody's figures beside each other, each column on a ground of its own from its least (light) to its most (dark). */
export default function HeatTable({ title, description, rowHeading, columns, rows }: HeatTableProps) {
  const steps = useMemo(
    () => columns.map((_, column) => stepIn(rows.map(({ values }) => values[column] ?? null))),
    [columns, rows],
  )
  const table = {
    columns: [rowHeading, ...columns],
    rows: rows.map(({ name, values }) => [
      name,
      ...columns.map((_, column) => {
        const value = values[column] ?? null
        return value === null ? words.missing : { figure: value }
      }),
    ]),
  }
  const head = Math.max(1, ...columns.map((column) => brokenLines(column, PER_LINE, LINES).length)) * LINE + 8
  if (rows.length === 0 || columns.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ChartFrame
      title={title}
      description={description}
      table={table}
      width={NAME + columns.length * COLUMN}
      height={LEGEND + head + rows.length * ROW}
    >
      <StepLegend />
      <g transform={`translate(0 ${LEGEND})`} fontSize="12">
        <text x="4" y={head - 10} fontWeight="600">
          {rowHeading}
        </text>
        {columns.map((column, index) => {
          const lines = brokenLines(column, PER_LINE, LINES)
          return (
            <text key={column} x={NAME + index * COLUMN + COLUMN - 6} textAnchor="end" fontWeight="600">
              <title>{column}</title>
              {lines.map((line, at) => (
                <tspan key={line} x={NAME + index * COLUMN + COLUMN - 6} y={head - 10 - (lines.length - 1 - at) * LINE}>
                  {line}
                </tspan>
              ))}
            </text>
          )
        })}
        {rows.map((row, at) => (
          <g key={row.key} transform={`translate(0 ${head + at * ROW})`}>
            <line x2={NAME + columns.length * COLUMN} stroke={colours.line} />
            <text x="4" y="16">
              {brokenLines(row.name, 8, 1)[0]}
              <title>{row.name}</title>
            </text>
            {columns.map((column, index) => {
              const value = row.values[index] ?? null
              const step = steps[index]?.(value) ?? null
              return (
                <g key={column} transform={`translate(${NAME + index * COLUMN} 0)`}>
                  <title>{words.cell(row.name, column, value ?? words.missing)}</title>
                  {step !== null && <rect x="1" y="1" width={COLUMN - 2} height={ROW - 2} fill={STEP_GROUNDS[step]} />}
                  <text x={COLUMN - 6} y="16" textAnchor="end" fill={value === null ? colours.off : STEP_TEXT}>
                    {value === null ? words.missing : shortFigure(value)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
      </g>
    </ChartFrame>
  )
}
