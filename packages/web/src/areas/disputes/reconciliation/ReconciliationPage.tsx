import { outcomeNames } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { listPath, rateText } from '../listPath.ts'

type Sheet = Answer<(typeof OPERATIONS)['reconcileDisputes']>
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

/** Calls until nothing is left; each call joins what it has time for. */
function MatchButton({ from, to }: { readonly from: string; readonly to: string }) {
  const match = useCommand(OPERATIONS.matchDisputes)
  const [working, setWorking] = useState(false)
  const run = async () => {
    setWorking(true)
    let [joined, asked] = [0, 0]
    for (let before = Number.POSITIVE_INFINITY; ; ) {
      const answer = await match.run({ body: { from, to } as never })
      if (answer === undefined) break
      joined += answer.joined ?? 0
      asked += answer.asked ?? 0
      const left = answer.left ?? 0
      // What is left and does not get less waits for others: the next press takes it up.
      if (left === 0 || left >= before) {
        tellDone(words.matched(joined, asked))
        break
      }
      before = left
    }
    setWorking(false)
  }
  return (
    <>
      <Button waiting={working} onClick={() => void run()}>
        {words.match}
      </Button>
      {match.problem !== undefined && <ProblemNotice problem={match.problem} />}
    </>
  )
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly township?: string
}

function Figures({ sheet, of }: { readonly sheet: Sheet; readonly of: Asked }) {
  const { common, bySystem, differing, townships, waiting } = sheet
  const to = (set: string, system?: string) => listPath(of, set, system)
  const measures: readonly (readonly [name: string, count: number, set: string])[] = [
    [words.found, common.found, 'found'],
    [words.resolved, common.resolved, 'resolved'],
    [words.agreed, common.agreed, 'agreed'],
    [words.performed, common.performed, 'performed'],
    [words.closed, common.closed, 'closed'],
    [words.settled, common.settled, 'settled'],
    [words.inAll, common.inAllSystems, 'in-all'],
    [words.inSeveral, common.inSeveral, 'in-several'],
    [words.inOne, common.inOne, 'in-one'],
    [words.inNone, common.inNone, 'in-none'],
    [words.noDay, common.withoutDay, 'no-day'],
  ]
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
      <DataTable<Sheet['bySystem'][number]>
        caption={words.bySystem}
        name="systems"
        rows={bySystem}
        rowKey={({ system }) => system}
        isWhole
        isUnsorted
        columns={[
          { key: 'name', name: words.system, text: ({ name }) => name, isRowHead: true },
          {
            key: 'found',
            name: words.entriesOf,
            unit: words.disputesUnit,
            kind: 'figure',
            text: ({ found }) => String(found),
            show: ({ found, system }) => <Link to={to('system-found', system)}>{found}</Link>,
          },
          {
            key: 'resolved',
            name: words.resolved,
            unit: words.disputesUnit,
            kind: 'figure',
            text: ({ resolved }) => String(resolved),
            show: ({ resolved, system }) => <Link to={to('system-resolved', system)}>{resolved}</Link>,
          },
          { key: 'rate', name: words.rate, text: ({ rate }) => rateText(rate.percent) },
          {
            key: 'definition',
            name: words.definition,
            text: ({ definition }) => definition.map((outcome) => outcomeNames[outcome]).join(words.or),
          },
          {
            key: 'really',
            name: words.really,
            unit: words.disputesUnit,
            kind: 'figure',
            text: ({ disputes }) => String(disputes),
          },
          {
            key: 'only',
            name: words.onlyHere,
            unit: words.disputesUnit,
            kind: 'figure',
            text: ({ onlyHere }) => String(onlyHere),
            show: ({ onlyHere, system }) => <Link to={to('only-here', system)}>{onlyHere}</Link>,
          },
          {
            key: 'missing',
            name: words.missingHere,
            unit: words.disputesUnit,
            kind: 'figure',
            text: ({ missingHere }) => String(missingHere),
            show: ({ missingHere, system }) => <Link to={to('missing-here', system)}>{missingHere}</Link>,
          },
        ]}
      />
      <div className="split">
        <section>
          <h2>{words.common}</h2>
          <DataTable<(typeof measures)[number]>
            caption={words.common}
            name="common"
            rows={measures}
            rowKey={([, , set]) => set}
            isWhole
            isPlain
            isUnsorted
            columns={[
              { key: 'name', name: words.measure, text: ([name]) => name, isRowHead: true },
              {
                key: 'count',
                name: words.disputes,
                unit: words.disputesUnit,
                kind: 'figure',
                text: ([, count]) => String(count),
                show: ([, count, set]) => <Link to={to(set)}>{count}</Link>,
              },
            ]}
          />
        </section>
        <section>
          <h2>{words.differing}</h2>
          <DataTable<readonly [string, number]>
            caption={words.differing}
            name="differing"
            rows={Object.entries(differing)}
            rowKey={([difference]) => difference}
            isWhole
            isPlain
            isUnsorted
            columns={[
              {
                key: 'why',
                name: words.why,
                text: ([difference]) => words.differences[difference] ?? '',
                isRowHead: true,
                wraps: true,
              },
              {
                key: 'count',
                name: words.disputes,
                unit: words.disputesUnit,
                kind: 'figure',
                text: ([, count]) => String(count),
                show: ([difference, count]) => <Link to={to(difference)}>{count}</Link>,
              },
            ]}
          />
        </section>
      </div>
      {of.township === undefined && townships.length > 0 && <h2>{words.byTownship}</h2>}
      {of.township === undefined && townships.length > 0 && (
        <DataTable<Sheet['townships'][number]>
          caption={words.byTownship}
          name="townships"
          rows={townships}
          rowKey={({ name }) => name}
          isWhole
          columns={[
            {
              key: 'name',
              name: words.township,
              text: ({ name }) => (name === '' ? words.noTownship : name),
              isRowHead: true,
              show: ({ name }) =>
                name === '' ? (
                  words.noTownship
                ) : (
                  <Link to={`/disputes?year=${of.from.slice(0, 4)}&township=${encodeURIComponent(name)}`}>{name}</Link>
                ),
            },
            {
              key: 'found',
              name: words.found,
              unit: words.disputesUnit,
              kind: 'figure',
              text: ({ found }) => String(found),
            },
            {
              key: 'resolved',
              name: words.resolved,
              unit: words.disputesUnit,
              kind: 'figure',
              text: ({ resolved }) => String(resolved),
            },
            { key: 'rate', name: words.rate, text: ({ rate }) => rateText(rate.percent) },
          ]}
        />
      )}
    </div>
  )
}
