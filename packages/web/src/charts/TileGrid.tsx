import { colours } from '@anjie/tokens'
import { chartWords as words } from '../locales/zh-CN/charts.ts'
import { brokenLines } from './brokenLines.ts'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartTable } from './chartTable.ts'
import { StepLegend } from './StepLegend.tsx'
import { STEP_GROUNDS, STEP_TEXT } from './steps.ts'
import { type TilePlace, tilePlaces } from './tileLayout.ts'

export interface Tile {
  readonly code: string
  readonly name: string
  /** The figure or the word on the tile. */
  readonly text: string
  /** Its ground, 0 light to 4 dark; null: none. */
  readonly step: number | null
}

interface TileGridProps {
  readonly title: string
  readonly description: string
  readonly tiles: readonly Tile[]
  /** Where the province put its counties; whoever is not named comes beneath. */
  readonly layout: readonly TilePlace[]
  readonly table: ChartTable
  /** What each ground stands for; without it they go from low to high. */
  readonly legend?: readonly { readonly step: number | null; readonly label: string }[]
}

const WIDTH = 76
const HEIGHT = 46
const GAP = 3
const LEGEND = 30

/** 方格图: one tile a county at its own place, with its figure; a small county is as large as a large one. */
export default function TileGrid({ title, description, tiles, layout, table, legend }: TileGridProps) {
  const places = new Map(
    tilePlaces(
      tiles.map(({ code }) => code),
      layout,
    ).map((place) => [place.code, place]),
  )
  if (tiles.length === 0) return <p className="quiet">{words.none}</p>
  const columns = Math.max(...[...places.values()].map(({ column }) => column)) + 1
  const rows = Math.max(...[...places.values()].map(({ row }) => row)) + 1
  const legendWidth = legend === undefined ? 170 : legend.length * 110
  return (
    <ChartFrame
      title={title}
      description={description}
      table={table}
      width={Math.max(columns * (WIDTH + GAP), legendWidth)}
      height={LEGEND + rows * (HEIGHT + GAP)}
    >
      {legend === undefined
        ? tiles.some(({ step }) => step !== null) && <StepLegend />
        : legend.map(({ step, label }, index) => (
            <g key={label} transform={`translate(${index * 110} 0)`}>
              <rect x="2" y="3" width="20" height="14" fill={groundOf(step)} stroke={colours.line} />
              <text x="27" y="14">
                {label}
              </text>
            </g>
          ))}
      {tiles.map((tile) => {
        const place = places.get(tile.code)
        if (place === undefined) return null
        return (
          <g
            key={tile.code}
            transform={`translate(${place.column * (WIDTH + GAP)} ${LEGEND + place.row * (HEIGHT + GAP)})`}
          >
            <title>{`${tile.name} ${tile.text}`}</title>
            <rect width={WIDTH} height={HEIGHT} rx="2" fill={groundOf(tile.step)} stroke={colours.line} />
            <text x={WIDTH / 2} y="18" textAnchor="middle" fill={STEP_TEXT}>
              {brokenLines(tile.name, 5, 1)[0]}
            </text>
            <text x={WIDTH / 2} y="36" textAnchor="middle" fontWeight="600" fill={STEP_TEXT}>
              {tile.text}
            </text>
          </g>
        )
      })}
    </ChartFrame>
  )
}

const groundOf = (step: number | null): string =>
  step === null ? colours.paper : (STEP_GROUNDS[step] ?? colours.paper)
