import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Step } from '../decision.ts'
import { called, type Quota } from '../honours/quota.ts'

export interface HandOver {
  readonly from: { readonly code: string; readonly name: string }
  readonly to: { readonly code: string; readonly name: string }
  /** Open cases of the former county that may still take a place: theirs stay. */
  readonly open: number
}

/** 余额: places that a city gave a county and that neither were taken nor are waited for by its open cases. */
export function placesToHandOver(quota: Quota | undefined, county: string, open: number): number {
  const given = quota?.given?.places[county] ?? 0
  return Math.max(0, given - (quota?.counties?.[county] ?? 0) - open)
}

/** 名额结转 within a city: what is left of a county that ceased goes to the one that stands in its place. Null where nothing is left. */
export function handedOverPlaces(
  round: Round,
  quota: Quota,
  { from, to, open }: HandOver,
  approvalReference: string,
  at: string,
): Step<'quota'> | null {
  const left = placesToHandOver(quota, from.code, open)
  const { given } = quota
  if (given === undefined || left === 0) return null
  const places = {
    ...given.places,
    [from.code]: (given.places[from.code] ?? 0) - left,
    [to.code]: (given.places[to.code] ?? 0) + left,
  }
  return {
    next: called(round, { ...quota, given: { ...given, number: given.number + 1, places } }, at),
    fact: {
      type: 'PlacesHandedOver',
      details: {
        round: round.name,
        fromPlace: from.name,
        toPlace: to.name,
        places: `${left}个`,
        approvalReference,
      },
    },
  }
}
