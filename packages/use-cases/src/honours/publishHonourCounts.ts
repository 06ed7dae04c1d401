import { beijingDate } from '@anjie/calendar-cn'
import type { publishHonourCounts as operation } from '@anjie/contracts/operations/honours'
import { sumOf, whyNotPublished } from '@anjie/domain/honours/honourCounts'
import { err, ok } from '@anjie/kernel'
import { checkVersion, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { countsOf } from './countsRecord.ts'

/** 公布户数 by somebody who did not enter them: sums of townships and the county, and no single village. */
export const publishHonourCounts: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await countsOf(context, params)
  if (!found.ok) return found
  const { id, record } = found.value
  if (record === undefined) return err(notFound('honour-counts'))
  const { state, version } = record
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const why = whyNotPublished(state, member.personId, body.publishedOn, beijingDate(now))
  if (why !== null) return err(why)
  const outcome = { id, version: version + 1, status: 'published' }
  const written = await store.commit(
    [
      {
        kind: 'honour-counts',
        id,
        expectedVersion: version,
        next: { ...state, ...body, status: 'published', enteredBy: [], updatedAt: now },
        fact: {
          type: 'CountsPublished',
          details: { documentNumber: body.documentNumber, families: String(sumOf(state.units).families) },
        },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
