import type { UnitsRow } from './unitsTable.ts'

/**
 * What a heavy day and a quiet month cost on paper: so many calls of each counted operation, at list prices. Nobody's bill: storage,
 * transfer, logs and free tiers are left out.
 */
export interface Workload {
  readonly name: string
  /** Seconds over which the calls are spread evenly. */
  readonly seconds: number
  readonly calls: readonly { readonly what: string; readonly times: number }[]
}

/** On-demand list prices of us-east-1 in dollars, as published in July 2025; China's regions bill in yuan by a list of their own. */
export const PRICES = {
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  httpApiRequest: 1e-6,
  lambdaRequest: 0.2e-6,
  lambdaGigabyteSecond: 0.0000133334,
} as const

/** What one partition of a DynamoDB table gives, whatever the table has. */
export const PARTITION_LIMITS = { readUnitsPerSecond: 3000, writeUnitsPerSecond: 1000 } as const

/** Assumed, not measured: the API's function has 2 GB and works this long on a call. */
const LAMBDA = { gigabytes: 2, seconds: 0.05 } as const

const COUNTIES = 183
const CLERKS_OF_COUNTY = 3
const SECONDS_A_CELL = 10
const HOUR = 3600
const REPORTING_HOURS = 8
const CLERKS = COUNTIES * CLERKS_OF_COUNTY
const CELLS = (CLERKS * REPORTING_HOURS * HOUR) / SECONDS_A_CELL
/** The console asks for unread messages every minute. */
const LOOKS_AN_HOUR = 60
const WORKING_DAYS = 22

/** 填报高峰: every county's three clerks enter a cell every ten seconds for eight hours; each form is passed on at the end. */
export const REPORTING_DAY: Workload = {
  name: '填报高峰日',
  seconds: REPORTING_HOURS * HOUR,
  calls: [
    { what: '保存一格', times: CELLS },
    // The page reads its form once more after a save, and nothing else.
    { what: '打开填报表（保存多次）', times: CELLS },
    { what: '首页（县级填报员）', times: CLERKS * REPORTING_HOURS },
    { what: '未读消息数（县级填报员）', times: CLERKS * REPORTING_HOURS * LOOKS_AN_HOUR },
    { what: '填报进度（省）', times: 10 * REPORTING_HOURS },
    { what: '提交填报表', times: COUNTIES },
    { what: '县级审核填报表', times: COUNTIES },
    { what: '市级审定填报表', times: COUNTIES },
  ],
}

/** 平常一月: everybody looks at home and some cases, enters a little, and forty applications a day go their way. */
export const QUIET_MONTH: Workload = {
  name: '平常一月',
  seconds: WORKING_DAYS * REPORTING_HOURS * HOUR,
  calls: [
    { what: '首页（县级填报员）', times: CLERKS * 10 * WORKING_DAYS },
    { what: '首页（省级审核员）', times: 100 * WORKING_DAYS },
    { what: '申报列表（县）', times: CLERKS * 4 * WORKING_DAYS },
    { what: '称号列表（县）', times: CLERKS * WORKING_DAYS },
    { what: '本县单位', times: CLERKS * WORKING_DAYS },
    { what: '申报详情', times: CLERKS * 4 * WORKING_DAYS },
    { what: '打开填报表（保存多次）', times: CLERKS * 5 * WORKING_DAYS },
    { what: '保存一格', times: CLERKS * 5 * WORKING_DAYS },
    ...['起草申报', '保存申报', '提交申报', '县级推荐', '市级验收', '列入拟命名名单'].map((what) => ({
      what,
      times: 40 * WORKING_DAYS,
    })),
  ],
}

export interface OnPaper {
  readonly name: string
  readonly calls: number
  readonly callsPerSecond: number
  readonly readUnits: number
  readonly writeUnits: number
  /** Units a second on the busiest partition that all of the province works with. */
  readonly sharedReadsPerSecond: number
  readonly sharedWritesPerSecond: number
  readonly dollars: { readonly dynamo: number; readonly rest: number }
}

/** Sums a workload up from the counted units at one share of a province. */
export function onPaper({ name, seconds, calls }: Workload, rows: readonly UnitsRow[], percent: number): OnPaper {
  const unitsOf = new Map(rows.map((row) => [row.what, row.shares[String(percent)]]))
  let [count, readUnits, writeUnits, sharedReads, sharedWrites] = [0, 0, 0, 0, 0]
  for (const { what, times } of calls) {
    const units = unitsOf.get(what)
    if (units === undefined) throw new Error(`${what} was not counted at ${percent} %`)
    count += times
    readUnits += times * units.readUnits
    writeUnits += times * (units.writeUnits + units.projectedUnits)
    // As if the busiest partition of each call were the same one.
    sharedReads += times * units.sharedReads
    sharedWrites += times * units.sharedWrites
  }
  return {
    name,
    calls: count,
    callsPerSecond: count / seconds,
    readUnits,
    writeUnits,
    sharedReadsPerSecond: sharedReads / seconds,
    sharedWritesPerSecond: sharedWrites / seconds,
    dollars: {
      dynamo: readUnits * PRICES.readUnit + writeUnits * PRICES.writeUnit,
      rest:
        count *
        (PRICES.httpApiRequest +
          PRICES.lambdaRequest +
          LAMBDA.gigabytes * LAMBDA.seconds * PRICES.lambdaGigabyteSecond),
    },
  }
}

export const paperLine = ({
  name,
  calls,
  callsPerSecond,
  readUnits,
  writeUnits,
  dollars,
  ...shared
}: OnPaper): string =>
  [
    name,
    `${millions(calls)} M calls, ${callsPerSecond.toFixed(1)} a second`,
    `${millions(readUnits)} M r + ${millions(writeUnits)} M w`,
    `busiest shared partition ${shared.sharedReadsPerSecond.toFixed(1)} r + ${shared.sharedWritesPerSecond.toFixed(1)} w a second`,
    `$${dollars.dynamo.toFixed(2)} tables + $${dollars.rest.toFixed(2)} gateway and functions`,
  ].join(' | ')

const millions = (count: number): string => (count / 1e6).toFixed(2)
