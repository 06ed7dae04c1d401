import { colours } from '@anjie/tokens'
import type { ReactNode } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartTable } from './chartTable.ts'
import { plot } from './plot.ts'

export interface TrendLine {
  readonly label: string
  /** A gap is null: never a zero, and nothing is drawn across it. */
  readonly values: readonly (number | null)[]
  /** What stands at each point. */
  readonly texts: readonly string[]
  readonly leastOnTop: boolean
  /** Whether a line leads to this point from the one before. */
  readonly joins?: readonly boolean[]
}

interface TrendChartProps {
  readonly title: string
  readonly description: string
  readonly lines: readonly TrendLine[]
  /** When each point was. */
  readonly feet: readonly string[]
  readonly table: ChartTable
  readonly ownTable?: ReactNode
}

const PANEL = { width: 420, height: 104, margin: 28 } as const
const HEAD = 20
const FOOT = 20
const BETWEEN = 24

/** 趋势: one small line beside the other over the same points in time, the figure at every point. */
export default function TrendChart({ title, description, lines, feet, table, ownTable }: TrendChartProps) {
  const width = lines.length * PANEL.width + (lines.length - 1) * BETWEEN
  return (
    <ChartFrame
      title={title}
      description={description}
      table={table}
      ownTable={ownTable}
      tableBelow
      width={width}
      height={HEAD + PANEL.height + FOOT}
    >
      {lines.map((line, index) => (
        <g key={line.label} transform={`translate(${index * (PANEL.width + BETWEEN)} 0)`}>
          <Line line={line} feet={feet} />
        </g>
      ))}
    </ChartFrame>
  )
}

function Line({ line, feet }: { line: TrendLine; feet: readonly string[] }) {
  const { label, values, texts, leastOnTop, joins } = line
  // The feet stand under every point, also under a gap.
  const places = plot(
    values.map(() => 0),
    { ...PANEL, leastOnTop },
  ).flat()
  const runs = plot(values, { ...PANEL, leastOnTop, ...(joins === undefined ? {} : { joins }) })
  return (
    <>
      <text x="8" y="13" fill={colours.off}>
        {label}
      </text>
      <g transform={`translate(0 ${HEAD})`}>
        <line x1="8" x2={PANEL.width - 8} y1={PANEL.height} y2={PANEL.height} stroke={colours.line} />
        {places.map(({ index, x }) => (
          <text key={index} x={x} y={PANEL.height + 15} textAnchor="middle" fill={colours.off}>
            {feet[index]}
          </text>
        ))}
        {runs.map((run) => (
          <g key={run[0]?.index}>
            <polyline
              points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
              fill="none"
              stroke={colours.work}
              strokeWidth="2"
            />
            {run.map(({ index, x, y }) => (
              <g key={index}>
                <circle
                  cx={x}
                  cy={y}
                  r="3.5"
                  fill={index === values.length - 1 ? colours.work : colours.paper}
                  stroke={colours.work}
                />
                <text x={x} y={y - 8} textAnchor="middle">
                  {texts[index]}
                </text>
              </g>
            ))}
          </g>
        ))}
      </g>
    </>
  )
}
