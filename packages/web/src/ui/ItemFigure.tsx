import type { ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { commonWords as words } from '../locales/zh-CN/common.ts'
import { DecimalFigure } from './DecimalFigure.tsx'
import './ItemFigure.css'

interface ItemFigureProps {
  readonly status: ItemValueStatus | string
  readonly value: string | null | undefined
  readonly note?: string | undefined
  readonly places?: number
}

/** The four things a cell can be, never mixed up: a figure (0 is a figure), 未报, 不适用, 无效 with its reason. */
export function ItemFigure({ status, value, note, places = 0 }: ItemFigureProps) {
  switch (status) {
    case 'missing':
      return (
        <span className="value-missing" title={note}>
          {words.missing}
        </span>
      )
    case 'not-applicable':
      return (
        <span className="value-not-applicable" title={note}>
          {words.notApplicable}
        </span>
      )
    case 'invalid':
      return (
        <span className="value-invalid" title={note}>
          {words.invalid}
          {note !== undefined && note !== '' && <span className="small">（{note}）</span>}
        </span>
      )
    default:
      return value === null || value === undefined ? (
        <span className="value-missing">{words.missing}</span>
      ) : (
        <DecimalFigure value={value} places={places} />
      )
  }
}
