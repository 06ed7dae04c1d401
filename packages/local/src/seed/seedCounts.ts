import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { REPORT_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { getHonourCounts, enterHonourCounts, publishHonourCounts } = OPERATIONS
const REPORTER = `${REPORT_COUNTY}.reporter`

/** 平安家庭: last year's counts are published, this year's entered; one township has so few that it is not shown by itself. */
export async function seedCounts(staff: Staff, today: PlainDate): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  for (const year of [thisYear - 1, thisYear]) {
    const params = { honour: 'peace-family', year }
    const { units } = await staff.call(REPORTER, getHonourCounts, { params })
    const counted = units.map(({ unitId, townshipName }, at) => {
      const households = 260 + ((at * 37) % 190)
      const isNew = townshipName === '榆陂街道'
      return { unitId, households, families: isNew ? 3 : households - 6 - ((at * 11) % 40) }
    })
    const entered = await staff.call(REPORTER, enterHonourCounts, { params, body: { units: counted }, ifMatch: 0 })
    if (year === thisYear) return
    await staff.call(`${REPORT_COUNTY}.reviewer`, publishHonourCounts, {
      params,
      body: { documentNumber: `榆平安办〔${thisYear}〕6号`, publishedOn: today },
      ifMatch: entered.version,
    })
  }
}
