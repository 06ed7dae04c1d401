import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beijingDay, inParallel } from '@anjie/kernel'
import type { z } from 'zod'
import { Refused } from '../apiClient.ts'
import { DEMO_FOUND, demoExports, doubtfulDisputes } from './demoDisputes.ts'
import { REPORT_COUNTY } from './demoPeople.ts'
import { onceIs } from './onceThere.ts'
import { carriedOut, carryOn, staged } from './seedImports.ts'
import type { Staff } from './staff.ts'

const { saveDisputeEntry, matchDisputes, enterDispute, recordDisputeAttempt, passDisputeUp } = OPERATIONS
const { reconcileDisputes, listImportBatches } = OPERATIONS
const CLERK = `${REPORT_COUNTY}.reporter`
const AT_ONCE = 6

/** 矛盾纠纷: one that was entered here and went up, and pairs of last year's end that wait for a person. The year itself follows by itself. */
export async function seedDisputes(staff: Staff, today: PlainDate): Promise<void> {
  const doubtful = doubtfulDisputes(Number(today.slice(0, 4)) - 1)
  await inParallel(doubtful, AT_ONCE, (entry) => staff.call(CLERK, saveDisputeEntry, { body: entry } as never))
  await enteredHere(staff, today)
  // What was written follows into the index by a moment.
  const days = doubtful.map(({ receivedOn }) => receivedOn).toSorted()
  const body = { from: days[0], to: days.at(-1) }
  await onceIs('pairs of disputes that may be one', async () => {
    const { asked = 0 } = await staff.call(CLERK, matchDisputes, { body } as never)
    return asked > 0 ? asked : undefined
  })
}

/**
 * The whole year of the report county as its four systems export it, brought in as a clerk does, joined, and left as the county's own report
 * has it. It takes minutes on one machine, so it goes on beside whoever looks at the demo already; broken off, the next start ends it.
 */
export async function seedDisputeYear(staff: Staff, told: (message: string) => void): Promise<string> {
  const today = PlainDate.parse(beijingDay(new Date().toISOString()))
  const year = {
    from: PlainDate.parse(`${today.slice(0, 4)}-01-01`),
    to: PlainDate.parse(`${today.slice(0, 4)}-12-31`),
  }
  const standing = () => staff.call(CLERK, reconcileDisputes, { query: year })
  const { bySystem, common } = await standing()
  const there = new Map(bySystem.map(({ system, entries }) => [system, entries]))
  const missing = demoExports(today).filter(({ system, rows }) => (there.get(system) ?? 0) < rows)
  if (missing.length === 0 && common.found <= DEMO_FOUND) return inWords(common)
  await finishBegun(staff)
  for (const { system, fileName, rows, text } of missing) {
    told(`${fileName}, ${rows} rows`)
    const file = new TextEncoder().encode(`\uFEFF${text}`)
    await carriedOut(staff, CLERK, await staged(staff, CLERK, { list: 'disputes', target: system }, fileName, file))
    await onceIs(`the disputes of ${fileName}`, async () => {
      const now = await standing()
      return now.bySystem.some((each) => each.system === system && each.entries >= rows) ? true : undefined
    })
  }
  for (let left = 1; left > 0; ) {
    const answer = await unlessCutOff(() => staff.call(CLERK, matchDisputes, { body: year }), told)
    told(`${answer.joined ?? 0} joined, ${answer.left ?? 0} left`)
    left = answer.left ?? 0
  }
  return onceIs('the disputes that were joined', async () => {
    const { common: now } = await standing()
    return now.found <= DEMO_FOUND ? inWords(now) : undefined
  })
}

const MOST_ATTEMPTS = 5

/** A call that a busy machine cut off is made again: what it did stays, and it does the rest. What was refused stays refused. */
export async function unlessCutOff<T>(call: () => Promise<T>, told: (message: string) => void): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await call()
    } catch (failure) {
      if (failure instanceof Refused || attempt === MOST_ATTEMPTS) throw failure
      told(`cut off, once more: ${failure instanceof Error ? failure.message : String(failure)}`)
    }
}

type Common = z.output<(typeof reconcileDisputes)['success']['body']>['common']
const inWords = ({ found, resolved, rate }: Common): string =>
  `${found} found, ${resolved} resolved, ${rate.percent ?? '–'} %`

/** An import that an earlier start began and did not end. */
async function finishBegun(staff: Staff): Promise<void> {
  const { rows } = await staff.call(CLERK, listImportBatches, { query: { stage: 'open' } })
  for (const { id, status, fields } of rows)
    if (fields.list === 'disputes' && status === 'applying') await carryOn(staff, CLERK, ImportBatchId.parse(id))
}

/** Three attempts at the village came to nothing; the township has it now. */
async function enteredHere(staff: Staff, today: PlainDate): Promise<void> {
  const entered = await staff.call(CLERK, enterDispute, {
    body: {
      receivedOn: addDays(today, -20),
      township: '柏坪镇',
      village: '柏坪村',
      kind: '07',
      gravity: 'ordinary',
      summary: '两组为一片竹林的界线争执，各执一份旧证',
      organisation: '柏坪村人民调解委员会',
      parties: ['柏山一组', '柏山二组'],
    },
  } as never)
  const params = { disputeId: entered.id }
  let { version } = entered
  for (const ago of [18, 12, 5]) {
    const body = {
      on: addDays(today, -ago),
      tier: 'village',
      organisation: '柏坪村人民调解委员会',
      agreed: false,
    }
    ;({ version } = await staff.call(CLERK, recordDisputeAttempt, { params, body, ifMatch: version } as never))
  }
  await staff.call(CLERK, passDisputeUp, { params, body: { tier: 'township' }, ifMatch: version } as never)
}
