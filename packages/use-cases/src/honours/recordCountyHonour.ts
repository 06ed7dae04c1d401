import { beijingDate } from '@anjie/calendar-cn'
import type { recordCountyHonour as operation } from '@anjie/contracts/operations/honours'
import { CountyHonourId } from '@anjie/contracts/vocabulary/ids'
import { countyHonourFault } from '@anjie/domain/honours/countyHonours'
import { naturalId } from '@anjie/domain/naturalId'
import { err, ok, textKey } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** 登记本县所获荣誉: one of each name, level and year, by the id that follows from them. */
export const recordCountyHonour: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, member, now, digest } = context
  if (scope.level !== 'county') return err({ code: 'not-permitted', detail: '由获得荣誉的县（市、区）登记' })
  const fault = countyHonourFault(body, beijingDate(now))
  if (fault !== null) return err(fault)
  const key = digest({ name: textKey(body.name), level: body.level, year: body.year })
  const id = CountyHonourId.parse(`${scope.county}.${naturalId(key)}`)
  const there = err({
    code: 'already-titled' as const,
    detail: `${body.year}年度“${body.name}”已经登记，一个年度只登记一次`,
    pointer: '/year',
  })
  if ((await store.get('county-honour', id)) !== undefined) return there
  const county = (await context.divisions()).counties.find(({ code }) => code === scope.county)
  if (county === undefined) throw new Error(`${scope.county} is not in the division tree`)
  const outcome = { id, version: 1, status: 'draft' }
  const { name, issuer, documentNumber } = body
  const written = await store.commit(
    [
      {
        kind: 'county-honour',
        id,
        expectedVersion: 0,
        next: {
          ...body,
          id,
          county: county.code,
          countyName: county.name,
          status: 'draft',
          files: [],
          enteredBy: [member.personId],
          updatedAt: now,
        },
        fact: { type: 'CountyHonourRecorded', details: { name, year: String(body.year), issuer, documentNumber } },
      },
    ],
    outcome,
  )
  if (written.ok) return ok(outcome)
  return written.error.code === 'stale-version' ? there : written
}
