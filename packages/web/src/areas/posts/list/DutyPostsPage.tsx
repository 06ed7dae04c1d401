import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { holderMark, SIDE_DUTY_NAMES } from '@anjie/domain/posts/postNames'
import { daysFrom } from '@anjie/domain/posts/vacancies'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { whenShown } from '../../../app/whenShown.tsx'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
import type { Listed } from './listed.ts'

const OwnCoverage = whenShown(() => import('./OwnCoverage.tsx'))
const SetUpDialog = whenShown(() => import('./SetUpDialog.tsx'))

type Row = Listed['rows'][number]

/** 岗位名册: every post that stands, by township, with who holds it; or those that ended. */
export default function DutyPostsPage() {
  const me = useMe()
  const [query] = useSearchParams()
  const stage = query.get('stage') === 'closed' ? 'closed' : 'open'
  const posts = useRead(OPERATIONS.listDutyPosts, { query: { stage } })
  const [isSettingUp, setIsSettingUp] = useState(false)
  const keeps = mayCall(me.roles, OPERATIONS.setUpDutyPosts)
  return (
    <>
      <PageHead title={words.title} sub={me.jurisdictionName}>
        {keeps && (
          <>
            <ImportLink list="duty-posts" />
            <Button isMain onClick={() => setIsSettingUp(true)}>
              {words.setUp}
            </Button>
          </>
        )}
      </PageHead>
      <ReadState read={posts}>
        {(found) => (
          <>
            {found.missing.length > 0 && (
              <p className="quiet">{words.missing(found.missing.map(({ name }) => name))}</p>
            )}
            <DataTable
              caption={words.title}
              name=""
              rows={found.rows}
              rowKey={({ id }) => id}
              columns={stage === 'closed' ? ENDED_COLUMNS : COLUMNS}
              empty={stage === 'closed' ? words.endedEmpty : keeps ? words.empty : words.emptyOfUnit}
              tools={
                stage === 'closed' ? (
                  <Link to="/duty-posts">{words.all}</Link>
                ) : (
                  <Link to="/duty-posts?stage=closed">{words.ended}</Link>
                )
              }
            />
            {found.own !== undefined && <OwnCoverage own={found.own} />}
            {isSettingUp && (
              <SetUpDialog
                missing={found.missing}
                isPiloted={found.own?.pilot !== undefined && found.own.pilot.to === undefined}
                onClose={() => setIsSettingUp(false)}
              />
            )}
          </>
        )}
      </ReadState>
    </>
  )
}

const sinceOf = ({ fields: { holder, vacantSince } }: Row): string => vacantSince ?? holder?.from ?? ''

const POST: TableColumn<Row> = {
  key: 'post',
  name: words.post,
  text: ({ title }) => title,
  show: ({ id, title }) => <Link to={`/duty-posts/${id}`}>{title}</Link>,
  isRowHead: true,
}
const KIND: TableColumn<Row> = {
  key: 'kind',
  name: words.kind,
  text: ({ fields }) => POST_KINDS[fields.postKind].name,
  filtered: true,
}
const TOWNSHIP: TableColumn<Row> = {
  key: 'township',
  name: words.township,
  text: ({ fields }) => fields.townshipName,
  filtered: true,
}

const COLUMNS: readonly TableColumn<Row>[] = [
  POST,
  KIND,
  TOWNSHIP,
  {
    key: 'status',
    name: words.status,
    text: ({ statusName }) => statusName,
    show: ({ status, statusName }) => <StateMark tone={toneOf(status)}>{statusName}</StateMark>,
    filtered: true,
  },
  { key: 'holder', name: words.holder, text: ({ fields }) => fields.holder?.name ?? '' },
  {
    key: 'mark',
    name: words.mark,
    text: ({ fields: { holder } }) => (holder === undefined ? '' : (holderMark(holder) ?? '')),
    filtered: true,
  },
  {
    key: 'besides',
    name: words.besides,
    text: ({ fields }) => (fields.holder?.besides ?? []).map((duty) => SIDE_DUTY_NAMES[duty]).join('、'),
    wraps: true,
  },
  {
    key: 'since',
    name: words.since,
    kind: 'day',
    text: sinceOf,
    show: (row) => (sinceOf(row) === '' ? '' : dayText(sinceOf(row))),
  },
  {
    key: 'vacantDays',
    name: words.vacantDays,
    kind: 'figure',
    text: ({ fields: { vacantSince } }) =>
      vacantSince === undefined ? '' : String(daysFrom(PlainDate.parse(vacantSince), today()) + 1),
  },
  {
    key: 'overlap',
    name: words.overlap,
    text: ({ overlap }) => (overlap?.isMany === true ? words.many(overlap.duties.length) : ''),
    show: ({ overlap }) =>
      overlap?.isMany === true && <StateMark tone="due">{words.many(overlap.duties.length)}</StateMark>,
    filtered: true,
  },
]

const today = (): PlainDate => PlainDate.parse(beijingDay(new Date().toISOString()))

const ENDED_COLUMNS: readonly TableColumn<Row>[] = [
  POST,
  KIND,
  TOWNSHIP,
  {
    key: 'endedOn',
    name: words.endedOn,
    kind: 'day',
    text: ({ fields }) => fields.to ?? '',
    show: ({ fields }) => (fields.to === undefined ? '' : dayText(fields.to)),
  },
]
