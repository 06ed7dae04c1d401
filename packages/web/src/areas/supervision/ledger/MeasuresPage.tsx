import {
  MEASURE_KIND_NAMES,
  MEASURE_OUTCOME_NAMES,
  MEASURE_STATUS_NAMES,
  MEASURE_TRIGGER_NAMES,
} from '@anjie/domain/supervision/measureNames'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { whenShown } from '../../../app/whenShown.tsx'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { Button } from '../../../ui/Button.tsx'
import { usePlaceChoices } from '../../honours/placeChoices.ts'
import { underOf } from '../underOf.ts'

const TallyPanel = whenShown(() => import('./TallyPanel.tsx'))
const IssueMany = whenShown(() => import('./IssueMany.tsx'))

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
const YEARS_BACK = 4

/** 督导台账: the year's tally as reports state it, and every measure behind it. */
export default function MeasuresPage() {
  const me = useMe()
  const places = usePlaceChoices()
  const [query] = useSearchParams()
  const [isIssuing, setIsIssuing] = useState(false)
  const thisYear = Number(beijingDay(new Date().toISOString()).slice(0, 4))
  const asked = Number(query.get('year') ?? '')
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back)
  return (
    <>
      <ListPage
        title={words.title}
        operation={OPERATIONS.listMeasures}
        nameOfTitle={words.target}
        withPlace={me.jurisdiction.level !== 'county'}
        empty={words.empty}
        linkTo={(row) => `/measures/${row.id}`}
        create={{ operation: OPERATIONS.draftMeasures, to: '/measures/new', label: words.create }}
        tools={
          <span className="row">
            <Link to="/rectifications">{words.rectifications}</Link>
            {mayCall(me.roles, OPERATIONS.issueMeasures) && (
              <Button onClick={() => setIsIssuing(true)}>{words.issueMany}</Button>
            )}
          </span>
        }
        filters={[
          { name: 'name', label: words.target },
          { name: 'stage', label: listWords.stage, all: listWords.allStages, choices: listWords.stages },
          { name: 'kind', label: words.kind, all: words.allKinds, choices: choicesOf(MEASURE_KIND_NAMES) },
          {
            name: 'status',
            label: listWords.status,
            all: listWords.allStatuses,
            choices: choicesOf(MEASURE_STATUS_NAMES),
          },
          {
            name: 'year',
            label: words.year,
            all: words.allYears,
            choices: years.map((year) => ({ value: String(year), label: words.yearOf(year) })),
          },
          ...(me.jurisdiction.level === 'county'
            ? []
            : [{ name: 'place', label: listWords.place, all: listWords.allPlaces, choices: places }]),
        ]}
        columns={[
          ...underOf(me),
          { key: 'kind', name: words.kind, text: (row) => MEASURE_KIND_NAMES[row.fields.measureKind] },
          { key: 'matter', name: words.matter, text: (row) => row.fields.matter, wraps: true },
          {
            key: 'on',
            name: words.on,
            kind: 'day',
            text: (row) => row.fields.on,
            show: (row) => dayText(row.fields.on),
          },
          { key: 'number', name: words.number, text: (row) => row.fields.documentNumber ?? '' },
          { key: 'issuer', name: words.issuer, text: (row) => row.fields.issuerName, isMinor: true },
          {
            key: 'trigger',
            name: words.trigger,
            text: (row) => MEASURE_TRIGGER_NAMES[row.fields.trigger],
            hidden: true,
          },
          { key: 'problems', name: words.problems, kind: 'figure', text: (row) => String(row.fields.problems) },
          { key: 'open', name: words.open, kind: 'figure', text: (row) => String(row.fields.open) },
          {
            key: 'outcome',
            name: words.outcome,
            text: ({ fields: { outcome } }) => (outcome === undefined ? '' : MEASURE_OUTCOME_NAMES[outcome]),
            hidden: true,
          },
        ]}
      />
      {mayCall(me.roles, OPERATIONS.getSupervisionTally) && (
        <TallyPanel year={Number.isInteger(asked) && asked > 0 ? asked : undefined} />
      )}
      {isIssuing && <IssueMany onClose={() => setIsIssuing(false)} />}
    </>
  )
}
