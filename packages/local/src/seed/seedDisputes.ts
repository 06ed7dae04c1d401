import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { inParallel } from '@anjie/kernel'
import { demoDisputes } from './demoDisputes.ts'
import { REPORT_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { saveDisputeEntry, matchDisputes, enterDispute, recordDisputeAttempt, passDisputeUp } = OPERATIONS
const CLERK = `${REPORT_COUNTY}.reporter`
const AT_ONCE = 6

/** 矛盾纠纷: four systems' entries of a year that were joined, pairs that wait for a person, and one that was entered here and went up. */
export async function seedDisputes(staff: Staff, today: PlainDate): Promise<void> {
  await inParallel(demoDisputes(today), AT_ONCE, (entry) =>
    staff.call(CLERK, saveDisputeEntry, { body: entry } as never),
  )
  await enteredHere(staff, today)
  // What was written follows into the index by a moment.
  const body = { from: addDays(today, -400), to: today }
  for (let joined = 0, tries = 0; joined === 0 && tries < 20; tries += 1)
    joined = (await staff.call(CLERK, matchDisputes, { body } as never)).joined ?? 0
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
