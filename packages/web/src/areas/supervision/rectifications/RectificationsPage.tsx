import { MEASURE_KIND_NAMES, RECTIFICATION_STATUS_NAMES } from '@anjie/domain/supervision/measureNames'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { measureWords, rectificationWords as words } from '../../../locales/zh-CN/supervision.ts'
import { usePlaceChoices } from '../../honours/placeChoices.ts'
import { underOf } from '../underOf.ts'

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const optionalDay = (day: string | undefined): string => (day === undefined ? '' : dayText(day))

/** 整改台账: every problem with its day, what waits first. */
export default function RectificationsPage() {
  const me = useMe()
  const places = usePlaceChoices()
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listRectifications}
      nameOfTitle={words.unit}
      withPlace={me.jurisdiction.level !== 'county'}
      empty={words.empty}
      linkTo={(row) => `/rectifications/${row.id}`}
      filters={[
        { name: 'name', label: words.unit },
        {
          name: 'stage',
          label: listWords.stage,
          all: listWords.allStages,
          choices: listWords.stages,
          preset: 'open',
        },
        { name: 'kind', label: words.kind, all: measureWords.allKinds, choices: choicesOf(MEASURE_KIND_NAMES) },
        {
          name: 'status',
          label: listWords.status,
          all: listWords.allStatuses,
          choices: choicesOf(RECTIFICATION_STATUS_NAMES),
        },
        ...(me.jurisdiction.level === 'county'
          ? []
          : [{ name: 'place', label: listWords.place, all: listWords.allPlaces, choices: places }]),
      ]}
      columns={[
        ...underOf(me),
        { key: 'problem', name: words.problem, text: (row) => row.fields.problem, wraps: true },
        { key: 'kind', name: words.kind, text: (row) => MEASURE_KIND_NAMES[row.fields.measureKind] },
        { key: 'issuer', name: words.issuer, text: (row) => row.fields.issuerName, isMinor: true },
        { key: 'round', name: words.round, kind: 'figure', text: (row) => String(row.fields.round) },
        {
          key: 'issuedOn',
          name: words.issuedOn,
          kind: 'day',
          text: (row) => row.fields.issuedOn,
          show: (row) => dayText(row.fields.issuedOn),
        },
        {
          key: 'overdueOn',
          name: words.overdueOn,
          kind: 'day',
          text: (row) => row.fields.overdueOn ?? '',
          show: (row) => optionalDay(row.fields.overdueOn),
        },
        {
          key: 'closedOn',
          name: words.closedOn,
          kind: 'day',
          text: (row) => row.fields.closedOn ?? '',
          show: (row) => optionalDay(row.fields.closedOn),
          hidden: true,
        },
      ]}
    />
  )
}
