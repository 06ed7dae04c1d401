import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { called, type Quota } from './quota.ts'

export interface Distribution {
  readonly counties: readonly { readonly code: string; readonly places: number }[]
  readonly reason: string
}

/**
 * 分配、调剂名额: a city gives its places of the province's round to its counties, and moves them between these later. What it keeps back
 * nobody takes until it is given; no county gets fewer than it has used.
 */
export function distributePlaces(
  round: Round,
  city: string,
  quota: Quota,
  { counties, reason }: Distribution,
  divisions: DivisionTree,
  at: string,
): Result<Step<'quota'>, Problem> {
  const own = round.quotas.find((each) => each.city === city)
  if (own === undefined)
    return err({ code: 'not-permitted', detail: '本轮没有给本市（州）的名额，或名额由开放该轮申报的单位直接分配' })
  for (const [index, { code, places }] of counties.entries()) {
    const county = divisions.counties.find((each) => each.code === code && cityCodeOf(each.code) === city)
    if (county === undefined)
      return err({
        code: 'invalid-input',
        detail: `代码为${code}的县（市、区）不在本市（州）`,
        pointer: `/counties/${index}/code`,
      })
    if (counties.findIndex((each) => each.code === code) < index)
      return err({
        code: 'invalid-input',
        detail: `${county.name}的名额重复填写`,
        pointer: `/counties/${index}/code`,
      })
    const used = quota.counties?.[code] ?? 0
    if (places < used)
      return err({
        code: 'quota-exhausted',
        detail: `${county.name}已使用${used}个名额，不能减到${places}个，请先退回或不予通过相应申报`,
        pointer: `/counties/${index}/places`,
      })
  }
  const left = Object.entries(quota.counties ?? {}).find(
    ([code, used]) => used > 0 && counties.every((each) => each.code !== code),
  )
  if (left !== undefined) {
    const name = divisions.counties.find(({ code }) => code === left[0])?.name ?? left[0]
    return err({ code: 'quota-exhausted', detail: `${name}已使用${left[1]}个名额，必须列入分配`, pointer: '/counties' })
  }
  const total = counties.reduce((sum, { places }) => sum + places, 0)
  if (total > own.places)
    return err({
      code: 'quota-exhausted',
      detail: `分配合计${total}个，超过省级给${own.cityName}的${own.places}个名额`,
      pointer: '/counties',
    })
  const next: Quota = {
    ...quota,
    given: {
      number: (quota.given?.number ?? 0) + 1,
      places: Object.fromEntries(counties.map(({ code, places }) => [code, places])),
      reason,
    },
  }
  return ok({
    next: called(round, next, at),
    fact: {
      type: 'PlacesDistributed',
      details: { roundId: round.id, round: round.name, places: `${total}个`, kept: `${own.places - total}个`, reason },
    },
  })
}
