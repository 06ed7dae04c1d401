import { median } from '@anjie/domain/league-tables/median'
import { Decimal } from '@anjie/kernel'
import { colours } from '@anjie/tokens'
import { chartWords as words } from '../locales/zh-CN/charts.ts'
import { binsOf } from './bins.ts'
import { ChartFrame } from './ChartFrame.tsx'

export interface DistributionMember {
  readonly name: string
  /** Exact, as text; who has none is left out. */
  readonly value: string | null
}

interface DistributionChartProps {
  readonly title: string
  readonly description: string
  readonly members: readonly DistributionMember[]
  /** Of whom the picture shows where they stand. */
  readonly marked?: DistributionMember
}

const WIDTH = 720
const SIDE = 24
/** Room above the bars for the marks. */
const HEAD = 56
const BARS = 150
const FOOT = 24

/** 分布: how many stand in each class of figures, with the median and, where it is asked for, one's own place. */
export default function DistributionChart({ title, description, members, marked }: DistributionChartProps) {
  const bins = binsOf(members, ({ value }) => value)
  const first = bins[0]
  const last = bins.at(-1)
  const given = members.flatMap(({ value }) => (value === null ? [] : [new Decimal(value)]))
  const table = {
    columns: [words.class, words.count, words.members],
    rows: bins.map((bin) => [
      words.between(bin.from, bin.to),
      { figure: String(bin.members.length) },
      bin.members.map(({ name }) => name).join('、') || words.missing,
    ]),
  }
  if (first === undefined || last === undefined) return <p className="quiet">{words.none}</p>
  const middle = median(given).toFixed()
  const most = Math.max(...bins.map((bin) => bin.members.length))
  const each = (WIDTH - 2 * SIDE) / bins.length
  const from = new Decimal(first.from)
  const span = new Decimal(last.to).minus(from)
  const across = (value: string) => SIDE + new Decimal(value).minus(from).div(span).toNumber() * (WIDTH - 2 * SIDE)
  const base = HEAD + BARS
  const own = marked?.value ?? null
  return (
    <ChartFrame title={title} description={description} table={table} width={WIDTH} height={base + FOOT}>
      {bins.map((bin, index) => {
        const height = (BARS * bin.members.length) / most
        const x = SIDE + index * each
        return (
          <g key={bin.from}>
            <title>{words.cell(words.between(bin.from, bin.to), words.count, String(bin.members.length))}</title>
            <rect x={x + 1} width={each - 2} y={base - height} height={height} fill={colours.off} fillOpacity="0.35" />
            {bin.members.length > 0 && (
              <text x={x + each / 2} y={base - height - 4} textAnchor="middle">
                {bin.members.length}
              </text>
            )}
            <text x={x} y={base + 15} textAnchor="middle" fill={colours.off}>
              {bin.from}
            </text>
          </g>
        )
      })}
      <text x={WIDTH - SIDE} y={base + 15} textAnchor="middle" fill={colours.off}>
        {last.to}
      </text>
      <line x1={SIDE} x2={WIDTH - SIDE} y1={base} y2={base} stroke={colours.line} />
      <Mark x={across(middle)} y={30} base={base} text={`${words.median} ${middle}`} dashed />
      {marked !== undefined && own !== null && (
        <Mark x={across(own)} y={12} base={base} text={`${marked.name} ${own}`} dashed={false} />
      )}
    </ChartFrame>
  )
}

interface MarkProps {
  readonly x: number
  /** Of its words: two marks never stand over each other. */
  readonly y: number
  readonly base: number
  readonly text: string
  readonly dashed: boolean
}

function Mark({ x, y, base, text, dashed }: MarkProps) {
  const toTheLeft = x > WIDTH / 2
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={y - 8}
        y2={base}
        stroke={dashed ? colours.ink : colours.work}
        strokeWidth={dashed ? 1 : 2}
        strokeDasharray={dashed ? '4 3' : undefined}
      />
      <text x={toTheLeft ? x - 5 : x + 5} y={y + 2} textAnchor={toTheLeft ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  )
}
