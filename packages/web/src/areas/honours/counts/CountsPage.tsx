import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { countWords as words } from '../../../locales/zh-CN/honourCounts.ts'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { CountsTable } from './CountsTable.tsx'

const HONOUR = 'peace-family'
const YEARS = 5

/** 平安家庭户数 of the county, year by year. */
export default function CountsPage() {
  const thisYear = Number(beijingDay(new Date().toISOString()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const params = { honour: HONOUR, year: String(year) }
  const counts = useRead(OPERATIONS.getHonourCounts, { params })
  const years = Array.from({ length: YEARS }, (_, ago) => thisYear - ago)
  return (
    <>
      <PageHead title={words.title} sub={words.sub}>
        <Choice
          isInline
          aria-label={words.year}
          value={String(year)}
          choices={years.map((each) => ({ value: String(each), label: words.yearOf(each) }))}
          onChange={(value) => setYear(Number(value))}
        />
      </PageHead>
      <ReadState read={counts}>
        {(data) => (
          <div className="stack">
            <p>
              {data.status === undefined
                ? words.untouched
                : data.status === 'published' && data.publishedOn !== undefined
                  ? words.published(dayText(data.publishedOn), data.documentNumber ?? '')
                  : words.entered}
            </p>
            <CountsTable key={`${year} ${data.version}`} found={data} year={year} params={params} />
          </div>
        )}
      </ReadState>
    </>
  )
}
