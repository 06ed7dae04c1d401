import { colours } from '@anjie/tokens'
import { chartWords as words } from '../locales/zh-CN/charts.ts'
import { STEP_GROUNDS } from './steps.ts'

const SIZE = 22

/** What the grounds mean, from low to high; drawn in the picture, so that a file of it is understood alone. */
export function StepLegend() {
  return (
    <g>
      <text x="4" y="14" fill={colours.off}>
        {words.low}
      </text>
      {STEP_GROUNDS.map((ground, step) => (
        <rect
          key={ground}
          x={22 + step * SIZE}
          y="3"
          width={SIZE - 1}
          height="14"
          fill={ground}
          stroke={colours.line}
        />
      ))}
      <text x={28 + STEP_GROUNDS.length * SIZE} y="14" fill={colours.off}>
        {words.high}
      </text>
    </g>
  )
}
