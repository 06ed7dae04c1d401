import { beijingDay } from '@anjie/kernel'
import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { Figures } from './Figures.tsx'
import { MatchButton } from './MatchButton.tsx'

const YEARS = 4

/** 各系统数字核对: the two numbers that a leader is told, under each system's definition and the common one, each opening to its cases. */
export default function ReconciliationPage() {
  const me = useMe()
  const [address, setAddress] = useSearchParams()
  const thisYear = Number(beijingDay(new Date().toISOString()).slice(0, 4))
  const year = Number(address.get('year') ?? thisYear)
  const township = address.get('township') ?? undefined
  const query = { from: `${year}-01-01`, to: `${year}-12-31`, ...(township === undefined ? {} : { township }) }
  const read = useRead(OPERATIONS.reconcileDisputes, { query: query as never }, { keepsShown: true })
  const go = (more: Readonly<Record<string, string | undefined>>) =>
    setAddress(
      Object.fromEntries(
        Object.entries({ year: String(year), township, ...more }).flatMap(([key, value]) =>
          value === undefined || value === '' ? [] : [[key, value]],
        ),
      ),
    )
  return (
    <>
      <PageHead
        title={words.title}
        sub={words.sub(dayText(query.from), dayText(query.to), township ?? me.jurisdictionName)}
        {...(township === undefined ? {} : { back: { to: `/disputes?year=${year}`, label: words.wholeCounty } })}
      >
        <div className="row no-print">
          <Choice
            isInline
            aria-label={words.year}
            value={String(year)}
            choices={Array.from({ length: YEARS }, (_, ago) => thisYear - ago).map((each) => ({
              value: String(each),
              label: words.yearOf(each),
            }))}
            onChange={(value) => go({ year: value })}
          />
          <MatchButton from={query.from} to={query.to} />
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Link className="button" to="/dispute-systems">
            {words.importExport}
          </Link>
          <Link className="button main" to="/disputes/new">
            {words.enter}
          </Link>
        </div>
      </PageHead>
      <ReadState read={read}>{(sheet) => <Figures sheet={sheet} of={query} />}</ReadState>
    </>
  )
}
