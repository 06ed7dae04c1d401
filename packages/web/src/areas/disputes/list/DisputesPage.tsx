import { OWN_SYSTEM_NAME, tierNames } from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { askedIn } from '../listPath.ts'
import { setName } from './setName.ts'

type Row = Answer<(typeof OPERATIONS)['listDisputes']>['disputes'][number]

/** The disputes behind a figure. */
export default function DisputesPage() {
  const [address] = useSearchParams()
  const asked = askedIn(address)
  const { from, to, township, system } = asked
  const set = asked['set'] ?? 'found'
  const read = useRead(OPERATIONS.listDisputes, { query: asked as never })
  const begin = Number(asked['after'] ?? 0)
  const at = (after: number) =>
    `/disputes/list?${new URLSearchParams({ ...asked, ...(after === 0 ? { after: '0' } : { after: String(after) }) })}`
  return (
    <ReadState read={read}>
      {({ disputes, total, after, systemNames }) => (
        <>
          <PageHead
            title={words.listOf(setName(set, system === undefined ? undefined : systemNames[system]), total)}
            sub={words.sub(dayText(from), dayText(to), township ?? words.wholeCounty)}
            back={{
              to: `/disputes?year=${from.slice(0, 4)}${township === undefined ? '' : `&township=${encodeURIComponent(township)}`}`,
              label: words.back,
            }}
          >
            {set === 'missing-here' && system !== undefined && (
              <Link
                className="button main"
                to={`/dispute-systems/${system}/outgoing?${new URLSearchParams({ from, to, ...(township === undefined ? {} : { township }) })}`}
              >
                {words.makeOutgoing}
              </Link>
            )}
          </PageHead>
          <DataTable<Row>
            caption={words.listTitle}
            name=""
            rows={disputes}
            rowKey={({ id }) => id}
            empty={words.nothing}
            columns={[
              {
                key: 'number',
                name: words.number,
                isRowHead: true,
                text: ({ entries }) => entries[0]?.caseNumber ?? '',
                show: ({ id, entries }) => (
                  <Link to={`/disputes/${id}`}>
                    <code>{entries[0]?.caseNumber ?? ''}</code>
                  </Link>
                ),
              },
              {
                key: 'received',
                name: words.receivedOn,
                kind: 'day',
                text: ({ receivedOn }) => receivedOn ?? '',
                show: ({ receivedOn }) => (receivedOn === null ? words.unknown : dayText(receivedOn)),
              },
              {
                key: 'place',
                name: words.place,
                text: ({ entries }) => [entries[0]?.township ?? '', entries[0]?.village ?? ''].join(' ').trim(),
              },
              {
                key: 'kind',
                name: words.kind,
                filtered: true,
                text: ({ entries }) => {
                  const kind = entries.find((entry) => entry.kind !== null)?.kind
                  return kind === undefined || kind === null ? words.unknown : disputeKindNames[kind]
                },
              },
              {
                key: 'systems',
                name: words.inSystems,
                wraps: true,
                text: ({ entries }) =>
                  [...new Set(entries.map((entry) => systemNames[entry.system] ?? OWN_SYSTEM_NAME))].join('、'),
              },
              {
                key: 'tier',
                name: words.tier,
                hidden: true,
                text: ({ tier }) => (tier === null ? words.notSaid : tierNames[tier]),
              },
              {
                key: 'attempts',
                name: words.attempts,
                kind: 'figure',
                hidden: true,
                text: ({ attempts }) => String(attempts),
              },
              {
                key: 'state',
                name: words.state,
                filtered: true,
                text: ({ resolved }) => (resolved ? words.isResolved : words.isOpen),
                show: ({ resolved }) => (
                  <StateMark tone={resolved ? 'good' : 'work'}>{resolved ? words.isResolved : words.isOpen}</StateMark>
                ),
              },
              { key: 'why', name: words.why, wraps: true, text: ({ differences }) => differences.join('；') },
            ]}
          />
          <p className="row no-print">
            {begin > 0 && <Link to={at(0)}>{words.first}</Link>}
            {after !== undefined && <Link to={at(after)}>{words.more}</Link>}
          </p>
        </>
      )}
    </ReadState>
  )
}
