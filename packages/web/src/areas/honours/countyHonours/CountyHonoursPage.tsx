import { COUNTY_HONOUR_STATUS_NAMES } from '@anjie/domain/honours/countyHonours'
import { honourRunText } from '@anjie/domain/honours/honourRuns'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { countyHonourWords as words } from '../../../locales/zh-CN/countyHonours.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { HonourSheet } from './HonourSheet.tsx'
import type { ListedHonour, ListedHonours } from './listedHonours.ts'
import { NewHonour } from './NewHonour.tsx'

/** 所获荣誉: a county's own with its runs of years; for those above what waits for their word, or one county's. */
export default function CountyHonoursPage() {
  const me = useMe()
  const [search] = useSearchParams()
  const isCounty = me.jurisdiction.level === 'county'
  const county = search.get('county')
  const query = county === null || isCounty ? {} : { county }
  const honours = useRead(OPERATIONS.listCountyHonours, { query })
  const [open, setOpen] = useState<string | undefined>(undefined)
  const [isNew, setIsNew] = useState(false)
  const ofOne = isCounty || county !== null
  return (
    <>
      <PageHead title={ofOne ? words.title : words.waiting} sub={words.sub}>
        {mayCall(me.roles, OPERATIONS.recordCountyHonour) && (
          <Button isMain onClick={() => setIsNew(true)}>
            {words.create}
          </Button>
        )}
      </PageHead>
      {isNew && <NewHonour onDone={() => setIsNew(false)} />}
      <ReadState read={honours}>
        {(data) => {
          const chosen = data.honours.find(({ id }) => id === open)
          return (
            <div className="stack">
              {ofOne && data.runs.length > 0 && <Runs runs={data.runs} />}
              <DataTable
                caption={ofOne ? words.title : words.waiting}
                name=""
                rows={data.honours}
                rowKey={(row) => row.id}
                empty={ofOne ? words.empty : words.nothingWaiting}
                columns={[
                  { key: 'year', name: words.year, text: (row) => String(row.year), filtered: true, isRowHead: true },
                  ...(isCounty
                    ? []
                    : [{ key: 'county', name: words.county, text: (row: ListedHonour) => row.countyName }]),
                  { key: 'name', name: words.name, text: (row) => row.name, filtered: true },
                  { key: 'level', name: words.level, text: (row) => TITLE_LEVEL_NAMES[row.level], filtered: true },
                  { key: 'issuer', name: words.issuer, text: (row) => row.issuer },
                  { key: 'document', name: words.document, text: (row) => row.documentNumber },
                  {
                    key: 'state',
                    name: words.state,
                    text: (row) => COUNTY_HONOUR_STATUS_NAMES[row.status],
                    filtered: true,
                    show: (row) => (
                      <StateMark
                        tone={
                          row.status === 'confirmed' ? 'good' : row.status === 'returned' ? 'due' : toneOf(row.status)
                        }
                      >
                        {COUNTY_HONOUR_STATUS_NAMES[row.status]}
                      </StateMark>
                    ),
                  },
                  {
                    key: 'act',
                    name: words.actions,
                    isControl: true,
                    text: () => '',
                    show: (row) => (
                      <Button isSmall onClick={() => setOpen(row.id)}>
                        {words.look}
                      </Button>
                    ),
                  },
                ]}
              />
              {chosen !== undefined && <HonourSheet honour={chosen} onClose={() => setOpen(undefined)} />}
            </div>
          )
        }}
      </ReadState>
    </>
  )
}

/** How often, and for how many years without a break. */
function Runs({ runs }: { runs: ListedHonours['runs'] }) {
  return (
    <section className="panel" aria-label={words.runs}>
      <h2>{words.runs}</h2>
      <Table
        caption={words.runs}
        rows={runs}
        rowKey={(run) => `${run.level} ${run.name}`}
        columns={[
          { key: 'name', name: words.name, text: (run) => run.name, isRowHead: true },
          { key: 'level', name: words.level, text: (run) => TITLE_LEVEL_NAMES[run.level] },
          { key: 'times', name: words.runs, text: honourRunText },
        ]}
      />
    </section>
  )
}
