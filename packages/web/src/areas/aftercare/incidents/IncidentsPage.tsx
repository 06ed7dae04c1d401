import { INCIDENT_NAMES } from '@anjie/domain/aftercare/grounds'
import { useState } from 'react'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { incidentWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { EnterIncident } from './EnterIncident.tsx'

/** 负面清单情形: the newest of each unit, and the re-check that it opened. */
export default function IncidentsPage() {
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  const mayEnter = me.jurisdiction.level === 'county' && mayCall(me.roles, OPERATIONS.enterIncident)
  return (
    <>
      <ListPage
        title={words.title}
        sub={words.sub}
        operation={OPERATIONS.listIncidents}
        nameOfTitle={words.unit}
        withPlace
        empty={words.empty}
        linkTo={(row) => (row.fields.cases[0] === undefined ? undefined : `/rechecks/${row.fields.cases[0]}`)}
        tools={
          mayEnter && (
            <Button isMain onClick={() => setIsOpen(true)}>
              {words.enter}
            </Button>
          )
        }
        filters={[{ name: 'name', label: words.unit }]}
        columns={[
          { key: 'kind', name: words.kind, text: (row) => INCIDENT_NAMES[row.fields.kind] },
          { key: 'cause', name: words.cause, text: (row) => row.fields.cause, wraps: true },
          { key: 'source', name: words.source, text: (row) => row.fields.source, wraps: true },
          {
            key: 'on',
            name: words.on,
            kind: 'day',
            text: (row) => row.fields.on,
            show: (row) => dayText(row.fields.on),
          },
          {
            key: 'opened',
            name: words.opened,
            text: (row) => (row.status === 'waiting' ? words.waiting : String(row.fields.cases.length)),
            show: (row) =>
              row.fields.cases[0] === undefined ? (
                words.waiting
              ) : (
                <Link to={`/rechecks/${row.fields.cases[0]}`}>{words.open}</Link>
              ),
          },
        ]}
      />
      {isOpen && <EnterIncident onClose={() => setIsOpen(false)} />}
    </>
  )
}
