import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { StateMark } from '../../../ui/StateMark.tsx'

/** 四张清单: the province's templates and the county's own versions. */
export default function DutyListsPage() {
  const me = useMe()
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listDutyLists}
      nameOfTitle={words.name}
      empty={words.empty}
      create={{ operation: OPERATIONS.draftDutyLists, to: '/duty-lists/new', label: words.create }}
      tools={
        mayCall(me.roles, OPERATIONS.listDutyEvents) && (
          <span className="row">
            <Link to="/duty-events">{words.events}</Link>
            <Link to="/duty-trainings">{words.trainings}</Link>
          </span>
        )
      }
      columns={[
        { key: 'postKind', name: words.postKind, text: (row) => POST_KINDS[row.fields.postKind].name, filtered: true },
        { key: 'level', name: words.level, text: (row) => words.levels[row.fields.level], filtered: true },
        {
          key: 'from',
          name: words.from,
          kind: 'day',
          text: (row) => row.fields.from ?? '',
          show: ({ fields: { from } }) => (from === undefined ? null : dayText(from)),
        },
        {
          key: 'inForce',
          name: words.inForce,
          text: (row) => [row.inForce ? words.inForce : '', row.fields.isExample ? words.example : ''].join(''),
          show: (row) => (
            <span className="row">
              {row.inForce && <StateMark tone="good">{words.inForce}</StateMark>}
              {row.fields.isExample && <StateMark tone="due">{words.example}</StateMark>}
            </span>
          ),
        },
      ]}
    />
  )
}
