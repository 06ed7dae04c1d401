import type { enterHonourCounts as operation } from '@anjie/contracts/operations/honours'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { countsFault, sumOf } from '@anjie/domain/honours/honourCounts'
import { withAuthor } from '@anjie/domain/honours/person'
import { err, ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { countsOf } from './countsRecord.ts'

/** 填报户数: numbers of the county's own villages. What is published stays as it is until it is published anew. */
export const enterHonourCounts: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await countsOf(context, params)
  if (!found.ok) return found
  const { id, county: code, type, record } = found.value
  const version = record?.version ?? 0
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const register = await store.getMany(
    'unit',
    body.units.map(({ unitId }) => unitId),
  )
  const units = body.units.flatMap((unit) => {
    const state = register.get(unit.unitId)?.state
    if (state === undefined || !type.unitKinds.includes(state.kind)) return []
    const { name: unitName, parentName } = state
    return [{ ...unit, unitName, ...(parentName === undefined ? {} : { townshipName: parentName }) }]
  })
  if (units.length < body.units.length)
    return err({ code: 'invalid-input', detail: '有的单位不在本县的村（社区）名册中，请刷新后重填', pointer: '/units' })
  const fault = countsFault(units)
  if (fault !== null) return err(fault)
  const divisions = await context.divisions()
  const county = divisions.counties.find((each) => each.code === code)
  const city = divisions.cities.find((each) => each.code === county?.city)
  if (county === undefined || city === undefined) throw new Error(`${code} is not in the division tree`)
  const former = record?.state.status === 'entered' ? record.state.enteredBy : []
  const outcome = { id, version: version + 1, status: 'entered' }
  const written = await store.commit(
    [
      {
        kind: 'honour-counts',
        id,
        expectedVersion: version,
        next: {
          ...record?.state,
          county: CountyCode.parse(code),
          countyName: county.name,
          cityName: city.name,
          honour: type.code,
          honourName: type.name,
          year: params.year,
          units,
          status: 'entered',
          enteredBy: withAuthor(former, member),
          updatedAt: now,
        },
        fact: {
          type: 'CountsEntered',
          details: { units: String(units.length), families: String(sumOf(units).families) },
        },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
