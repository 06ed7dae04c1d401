import { RECHECK_STATUS_NAMES } from '@anjie/domain/aftercare/recheckTransitions'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { recheckWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { usePlaceChoices } from '../../honours/placeChoices.ts'

const statuses = Object.entries(RECHECK_STATUS_NAMES).map(([value, label]) => ({ value, label }))

/** 称号复核 of this jurisdiction or unit: what waits first. */
export default function RechecksPage() {
  const me = useMe()
  const places = usePlaceChoices()
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listRechecks}
      nameOfTitle={words.unit}
      withPlace
      empty={words.empty}
      linkTo={(row) => `/rechecks/${row.id}`}
      tools={
        <span className="row">
          {mayCall(me.roles, OPERATIONS.listCampaigns) && <Link to="/recheck-campaigns">{words.campaigns}</Link>}
          {mayCall(me.roles, OPERATIONS.listIncidents) && <Link to="/incidents">{words.incidents}</Link>}
        </span>
      }
      filters={[
        { name: 'name', label: words.unit },
        {
          name: 'stage',
          label: listWords.stage,
          all: listWords.allStages,
          choices: listWords.stages,
          preset: 'open',
        },
        { name: 'status', label: listWords.status, all: listWords.allStatuses, choices: statuses },
        ...(me.jurisdiction.level === 'county'
          ? []
          : [{ name: 'place', label: listWords.place, all: listWords.allPlaces, choices: places }]),
      ]}
      columns={[
        { key: 'honour', name: words.honour, text: (row) => row.fields.honourName },
        { key: 'cause', name: words.cause, text: (row) => row.fields.cause, wraps: true },
        {
          key: 'opened',
          name: words.openedOn,
          kind: 'day',
          text: (row) => row.fields.openedOn,
          show: (row) => dayText(row.fields.openedOn),
        },
      ]}
    />
  )
}
