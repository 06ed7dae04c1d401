import { beijingDay } from '@anjie/kernel'
import { Link } from 'react-router'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { roundWords as words } from '../../../locales/zh-CN/honours.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Table } from '../../../ui/table/Table.tsx'

type RoundCase = Answer<(typeof OPERATIONS)['getRound']>

/** 名额 by city, and below it by county where the city has distributed them; and who waits for one, in order. */
export function RoundPlaces({ found }: { found: RoundCase }) {
  const { places, waiting, distribution } = found
  return (
    <div className="stack">
      <Table
        caption={words.quotas}
        isFramed
        rows={places}
        rowKey={(each) => each.code}
        columns={[
          {
            key: 'name',
            name: words.city,
            text: (each) => each.name,
            show: (each) => (each.city === undefined ? each.name : <span className="below-city">{each.name}</span>),
            isRowHead: true,
          },
          { key: 'places', name: words.places, kind: 'figure', text: (each) => String(each.places) },
          { key: 'used', name: words.used, kind: 'figure', text: (each) => String(each.used) },
          {
            key: 'left',
            name: words.left,
            kind: 'figure',
            text: (each) => String(each.places - each.used),
            show: (each) =>
              each.places <= each.used && each.places > 0 ? (
                <StateMark tone="due">{words.full}</StateMark>
              ) : (
                each.places - each.used
              ),
          },
          { key: 'waiting', name: words.waiting, kind: 'figure', text: (each) => String(each.waiting) },
        ]}
      />
      {distribution !== undefined && (
        <p className="quiet">
          {distribution.number === 0 ? words.notDistributed : words.kept(distribution.kept)}
          {distribution.reason !== undefined && words.lastReason(distribution.reason)}
        </p>
      )}
      {waiting.length > 0 && (
        <>
          <Table
            caption={words.waitingList}
            isFramed
            rows={waiting}
            rowKey={(each) => each.applicationId}
            columns={[
              { key: 'position', name: words.position, kind: 'figure', text: (each) => String(each.position) },
              {
                key: 'unit',
                name: words.unit,
                text: (each) => each.unitName,
                show: (each) => <Link to={`/applications/${each.applicationId}`}>{each.unitName}</Link>,
                isRowHead: true,
              },
              { key: 'county', name: words.county, text: (each) => each.countyName },
              {
                key: 'since',
                name: words.since,
                kind: 'day',
                text: (each) => each.since,
                show: (each) => dayText(beijingDay(each.since)),
              },
              {
                key: 'state',
                name: words.state,
                text: (each) => (each.called ? words.called : words.waits),
                show: (each) => (
                  <StateMark tone={each.called ? 'due' : 'work'}>{each.called ? words.called : words.waits}</StateMark>
                ),
              },
            ]}
          />
          <p className="quiet">{words.waitingRule}</p>
        </>
      )}
    </div>
  )
}
