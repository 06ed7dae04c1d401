import { Link } from 'react-router'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { listPath, rateText } from '../listPath.ts'
import { CommonFigures } from './CommonFigures.tsx'
import { Differences } from './Differences.tsx'
import { SystemFigures } from './SystemFigures.tsx'
import type { PathOf, Sheet } from './sheet.ts'
import { TownshipFigures } from './TownshipFigures.tsx'

interface Asked {
  readonly from: string
  readonly to: string
  readonly township?: string
}

/** The sheet: the two numbers in words, each system, the common figures beside the differences, and the townships. */
export function Figures({ sheet, of }: { readonly sheet: Sheet; readonly of: Asked }) {
  const { common, bySystem, differing, townships, waiting } = sheet
  const to: PathOf = (set, system) => listPath(of, set, system)
  return (
    <div className="stack">
      {waiting > 0 && <Callout tone="due" title={<Link to="/disputes/doubts">{words.doubtsWait(waiting)}</Link>} />}
      {common.found === 0 && <p className="quiet">{words.nothing}</p>}
      <section className="panel">
        <h2>{words.common}</h2>
        <p>
          {words.found} <Link to={to('found')}>{common.found}</Link>，{words.resolved}{' '}
          <Link to={to('resolved')}>{common.resolved}</Link>，{words.rate} {rateText(common.rate.percent)}
        </p>
        <p className="quiet">{words.commonText}</p>
      </section>
      <h2>{words.bySystem}</h2>
      <SystemFigures bySystem={bySystem} to={to} />
      <div className="split">
        <section>
          <h2>{words.common}</h2>
          <CommonFigures common={common} to={to} />
        </section>
        <section>
          <h2>{words.differing}</h2>
          <Differences differing={differing} to={to} />
        </section>
      </div>
      {of.township === undefined && townships.length > 0 && <h2>{words.byTownship}</h2>}
      {of.township === undefined && townships.length > 0 && (
        <TownshipFigures townships={townships} year={of.from.slice(0, 4)} />
      )}
    </div>
  )
}
