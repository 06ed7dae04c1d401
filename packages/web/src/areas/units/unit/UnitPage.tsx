import { TITLE_STANDINGS } from '@anjie/domain/honours/titleStanding'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useConfig } from '../../../app/configContext.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { levelWords, unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { unitPageWords as words } from '../../../locales/zh-CN/unitPage.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { UnitFacts } from './UnitFacts.tsx'
import type { UnitAnswer } from './unitAnswer.ts'

/** 一户一页: a unit's names and places, all that it holds and held, its cases, and how that came about. */
export default function UnitPage() {
  const { unitId = '' } = useParams()
  const me = useMe()
  const { publicOrigin } = useConfig()
  const read = useRead(OPERATIONS.getUnit, { params: { unitId } })
  const back = mayCall(me.roles, OPERATIONS.listUnits) ? { back: { to: '/units', label: words.back } } : {}
  return (
    <ReadState read={read}>
      {(found) => {
        const { unit, place, titles, applications, rechecks, bars } = found
        return (
          <>
            <PageHead
              title={unit.name}
              {...back}
              sub={[place.cityName, place.countyName, unit.parentName, unitKindWords[unit.kind]]
                .filter((each, at, all) => each !== undefined && each !== '' && each !== all[at - 1])
                .join(' · ')}
            >
              {mayCall(me.roles, OPERATIONS.getLadder) && (
                <Link className="button" to={`/ladders/${unit.id}`}>
                  {words.ladder}
                </Link>
              )}
              {titles.length > 0 && (
                <a className="button" href={publicLinks.unit(publicOrigin, unit.id)} target="_blank" rel="noreferrer">
                  {words.publicPage}
                </a>
              )}
            </PageHead>
            {bars.map(({ standing }) => (
              <Callout key={standing} tone="stop" title={`${words.bars}：${standing}`} />
            ))}
            <UnitFacts found={found} />
            <Titles titles={titles} />
            <Applications applications={applications} />
            {rechecks.length > 0 && <Rechecks rechecks={rechecks} />}
            <Timeline entries={found.timeline} />
          </>
        )
      }}
    </ReadState>
  )
}

function Titles({ titles }: Pick<UnitAnswer, 'titles'>) {
  return (
    <section className="panel" aria-label={words.titles}>
      <h2>{words.titles}</h2>
      <DataTable
        caption={words.titles}
        rows={titles}
        rowKey={(row) => row.id}
        empty={words.noTitles}
        isPlain
        isWhole
        columns={[
          {
            key: 'honour',
            name: words.honour,
            text: ({ honourName, grade }) => (grade === undefined ? honourName : `${honourName}（${grade}）`),
            isRowHead: true,
          },
          { key: 'level', name: words.level, text: (row) => levelWords[row.level] },
          { key: 'year', name: words.year, text: (row) => String(row.year) },
          {
            key: 'status',
            name: words.status,
            text: (row) => row.statusName,
            show: (row) => (
              <>
                <StateMark tone={TITLE_STANDINGS[row.standing].tone}>{row.statusName}</StateMark>
                {row.unsure && <div className="quiet small">{words.unsure}</div>}
              </>
            ),
          },
          { key: 'nameThen', name: words.nameThen, text: (row) => row.unitName },
          {
            key: 'document',
            name: words.document,
            text: (row) => row.documentNumber ?? (row.source === 'public-listing' ? words.listed : ''),
          },
          {
            key: 'namedOn',
            name: words.namedOn,
            kind: 'day',
            text: (row) => row.namedOn ?? '',
            show: (row) => (row.namedOn === undefined ? '' : dayText(row.namedOn)),
          },
          {
            key: 'validUntil',
            name: words.validUntil,
            kind: 'day',
            text: (row) => row.validUntil ?? '',
            show: (row) => (row.validUntil === undefined ? '' : dayText(row.validUntil)),
          },
          {
            key: 'serial',
            name: words.serial,
            text: (row) => row.serial ?? '',
            show: (row) => <span data-copied>{row.serial}</span>,
          },
        ]}
      />
    </section>
  )
}

function Applications({ applications }: Pick<UnitAnswer, 'applications'>) {
  return (
    <section className="panel" aria-label={words.applications}>
      <h2>{words.applications}</h2>
      <DataTable
        caption={words.applications}
        rows={applications}
        rowKey={(row) => row.id}
        empty={words.noApplications}
        isPlain
        isWhole
        columns={[
          {
            key: 'round',
            name: words.round,
            text: (row) => row.roundName,
            isRowHead: true,
            show: (row) => <Link to={`/applications/${row.id}`}>{row.roundName}</Link>,
          },
          { key: 'year', name: words.year, text: (row) => String(row.year) },
          { key: 'nameThen', name: words.nameThen, text: (row) => row.unitName },
          { key: 'status', name: words.status, text: (row) => row.statusName },
        ]}
      />
    </section>
  )
}

function Rechecks({ rechecks }: Pick<UnitAnswer, 'rechecks'>) {
  return (
    <section className="panel" aria-label={words.rechecks}>
      <h2>{words.rechecks}</h2>
      <DataTable
        caption={words.rechecks}
        rows={rechecks}
        rowKey={(row) => row.id}
        isPlain
        isWhole
        columns={[
          { key: 'honour', name: words.honour, text: (row) => row.honourName, isRowHead: true },
          { key: 'cause', name: words.cause, text: (row) => row.cause },
          {
            key: 'openedOn',
            name: words.openedOn,
            kind: 'day',
            text: (row) => row.openedOn,
            show: (row) => dayText(row.openedOn),
          },
          {
            key: 'status',
            name: words.status,
            text: (row) => row.statusName,
            show: (row) => <StateMark tone={row.isOpen ? 'due' : 'off'}>{row.statusName}</StateMark>,
          },
        ]}
      />
    </section>
  )
}
