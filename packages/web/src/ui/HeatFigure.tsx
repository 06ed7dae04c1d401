import { DecimalFigure } from './DecimalFigure.tsx'
import './HeatFigure.css'

interface HeatFigureProps {
  readonly value: string
  readonly places: number
  /** 0 to 1: how strong the ground is. */
  readonly strength: number
  readonly title?: string
}

/** A figure on a ground that is the stronger the better it stands; the figure itself always says it. */
export function HeatFigure({ value, places, strength, title }: HeatFigureProps) {
  return (
    <span
      className="heat"
      style={{ background: `color-mix(in srgb, var(--work) ${Math.round(strength * 22)}%, transparent)` }}
      title={title}
    >
      <DecimalFigure value={value} places={places} />
    </span>
  )
}
