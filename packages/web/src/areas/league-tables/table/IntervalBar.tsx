import { runWords as words } from '../../../locales/zh-CN/runs.ts'

interface IntervalBarProps {
  readonly interval: { readonly from: number; readonly to: number }
  readonly rank: number
  /** How many are ranked in this table. */
  readonly of: number
}

const WIDTH = 96

/** Where the rank could lie under small changes of the weights, as a thin bar from first to last place, with the rank as a tick. */
export function IntervalBar({ interval, rank, of }: IntervalBarProps) {
  const at = (place: number) => (of <= 1 ? WIDTH / 2 : 2 + ((WIDTH - 4) * (place - 1)) / (of - 1))
  const text = words.intervalText(interval.from, interval.to)
  return (
    <span className="row nowrap">
      <svg width={WIDTH} height="12" viewBox={`0 0 ${WIDTH} 12`} role="img" aria-label={text}>
        <line x1="2" x2={WIDTH - 2} y1="6" y2="6" stroke="var(--line)" />
        <line x1={at(interval.from)} x2={at(interval.to)} y1="6" y2="6" stroke="var(--work)" strokeWidth="3" />
        <line x1={at(rank)} x2={at(rank)} y1="1" y2="11" stroke="var(--ink)" strokeWidth="1.5" />
      </svg>
      <span className="small quiet">{text}</span>
    </span>
  )
}
