import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { BAR_KIND_NAMES, barStanding, barsOn } from '@anjie/domain/honours/bars'
import { beijingDay } from '@anjie/kernel'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { barWords as words } from '../../../locales/zh-CN/honours.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import { usePlaceChoices } from '../placeChoices.ts'
import { ChooseSubject } from './ChooseSubject.tsx'

type BarRow = ListRowOf<'bars'>

const today = () => beijingDay(new Date().toISOString()) as PlainDate
const barOf = ({ fields: { from, until, liftedOn } }: BarRow) => ({
  from,
  until,
  lifted: liftedOn === undefined ? undefined : { on: liftedOn },
})
const standingOf = (row: BarRow): string => barStanding(barOf(row), today())
const isInForce = (row: BarRow): boolean => barsOn(barOf(row), today())

/** 限制申报: who is kept out, by what and until when. */
export default function BarsPage() {
  const { jurisdiction } = useMe()
  const places = usePlaceChoices()
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listBars}
      sub={words.sub}
      tools={<ChooseSubject />}
      empty={words.empty}
      nameOfTitle={words.unit}
      linkTo={(row) => `/bars/${row.fields.subject}`}
      filters={[
        { name: 'name', label: words.unit },
        ...(jurisdiction.level === 'county'
          ? []
          : [{ name: 'place', label: listWords.place, all: listWords.allPlaces, choices: places }]),
      ]}
      columns={[
        {
          key: 'standing',
          name: words.state,
          text: standingOf,
          show: (row) => <StateMark tone={isInForce(row) ? 'stop' : 'off'}>{standingOf(row)}</StateMark>,
        },
        { key: 'kind', name: words.kind, text: (row) => BAR_KIND_NAMES[row.fields.kind] },
        {
          key: 'from',
          name: words.from,
          kind: 'day',
          text: (row) => row.fields.from,
          show: (row) => dayText(row.fields.from),
        },
        {
          key: 'until',
          name: words.until,
          kind: 'day',
          text: (row) => row.fields.until,
          show: (row) => dayText(row.fields.until),
        },
        {
          key: 'document',
          name: words.document,
          text: (row) => row.fields.document,
          show: (row) => <Link to={`/bars/${row.fields.subject}`}>{row.fields.document}</Link>,
        },
        { key: 'decidedBy', name: words.decidedBy, text: (row) => row.fields.decidedBy },
      ]}
    />
  )
}
