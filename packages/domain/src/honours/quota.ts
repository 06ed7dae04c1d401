import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Step } from '../decision.ts'

export type Quota = RecordState<'quota'>
type Waiter = NonNullable<Quota['waiting']>[number]
type Given = Pick<Round, 'quotas' | 'countyQuotas'>

/** Places of a round where they are counted, as a decision finds them. */
export interface PlacesOfRound {
  readonly round: Given
  readonly state: Quota
}

/** Places that an application could still take, whose they are, and how many wait before it. */
export interface PlacesLeft {
  readonly left: number
  readonly of: string
  /** 候补 before it: places that fall free are theirs first. */
  readonly ahead: number
  /** Its own place in the line, from 1. */
  readonly position?: number
}

/** Places of a round by the division that they are given to; one that the round does not list has none. */
export const placesOfRound = (
  round: Given,
): readonly { readonly code: string; readonly name: string; readonly places: number }[] => [
  ...round.quotas.map(({ city, cityName, places }) => ({ code: city, name: cityName, places })),
  ...(round.countyQuotas ?? []).map(({ county, countyName, places }) => ({ code: county, name: countyName, places })),
]

/** Whether counties draw on places of their own: those of a city's or county's round, and those that a city distributed. */
const isByCounty = ({ countyQuotas }: Given, { given }: Quota): boolean =>
  countyQuotas !== undefined || given !== undefined

/** Places that a county's units can still take: its own, or as long as its city has not distributed them the city's. */
function leftFor(county: string, round: Given, { used, counties, given }: Quota): number {
  const places = placesOfRound(round)
  const usedHere = counties?.[county] ?? 0
  if (round.countyQuotas !== undefined) return (places.find(({ code }) => code === county)?.places ?? 0) - usedHere
  const ofCity = (places.find(({ code }) => code === cityCodeOf(county))?.places ?? 0) - used
  // A city whose places were lowered after it distributed them has no more than it has.
  return given === undefined ? ofCity : Math.min(ofCity, (given.places[county] ?? 0) - usedHere)
}

/** Those who wait for the same places as this county's units, in their order. */
const lineOf = (county: string, round: Given, quota: Quota): readonly Waiter[] =>
  (quota.waiting ?? []).filter((waiter) => !isByCounty(round, quota) || waiter.county === county)

/** Places left for an application: its county's or its city's, and who waits for them before it. */
export function placesLeft(
  round: Given,
  application: Pick<Application, 'id' | 'county' | 'cityName' | 'countyName'>,
  quota: Quota,
): PlacesLeft {
  const { id, county, cityName, countyName } = application
  const line = lineOf(county, round, quota)
  const at = line.findIndex(({ applicationId }) => applicationId === id)
  return {
    left: leftFor(county, round, quota),
    of: isByCounty(round, quota) ? countyName : cityName,
    ahead: at === -1 ? line.length : at,
    ...(at === -1 ? {} : { position: at + 1 }),
  }
}

/** Whether it may have a place now: one is left when all who wait before it have theirs. */
export const isPlaceFree = ({ left, ahead }: PlacesLeft): boolean => left > ahead

/** Whether the application holds a place. */
export const holdsPlace = (application: Pick<Application, 'status'>): boolean =>
  application.status === 'accepted' || application.status === 'proposed'

/** Whether its places have to be known to let it go from where it is. */
export const isCounted = (application: Pick<Application, 'status' | 'waiting'>): boolean =>
  holdsPlace(application) || application.waiting !== undefined

type Counted = Pick<Application, 'id' | 'county'>

/** One place more is used, and by whose unit; who had waited for it is out of the line. */
export function placeTaken(application: Counted, { round, state }: PlacesOfRound, at: string): Step<'quota'> {
  return counted(application, { round, state: withoutWaiter(state, application.id) }, 1, at)
}

/** An application leaves the step at which it holds a place or waits for one: the place is the next one's, who is called. */
export function placeFreed(
  application: Pick<Application, 'id' | 'county' | 'status' | 'waiting' | 'unitName'>,
  places: PlacesOfRound | undefined,
  at: string,
): { readonly quota?: Step<'quota'> } {
  if (places === undefined || !isCounted(application)) return {}
  const { round, state } = places
  if (!holdsPlace(application))
    return {
      quota: {
        next: called(round, withoutWaiter(state, application.id), at),
        fact: { type: 'WaitingLineChanged', details: { unit: application.unitName, change: '移出候补' } },
      },
    }
  if (state.used < 1) throw new Error(`a place of ${application.id} was never counted`)
  return { quota: counted(application, places, -1, at) }
}

function counted({ id, county }: Counted, { round, state }: PlacesOfRound, more: 1 | -1, at: string): Step<'quota'> {
  const used = state.used + more
  // Places of rounds from before counties were counted apart go back without one.
  const ofCounty = Math.max(0, (state.counties?.[county] ?? 0) + more)
  return {
    next: called(round, { ...state, used, counties: { ...state.counties, [county]: ofCounty } }, at),
    fact: { type: 'QuotaCounted', details: { application: id, used: `${state.used} → ${used}` } },
  }
}

/** 列入候补 at the end of the line. */
export function waiterAdded(
  application: Pick<Application, 'id' | 'county' | 'unitName' | 'honour'>,
  { round, state }: PlacesOfRound,
  at: string,
): Step<'quota'> {
  const { id, county, unitName, honour } = application
  const waiter: Waiter = { applicationId: id, county, unitName, honour, since: at }
  return {
    next: called(round, { ...state, waiting: [...(state.waiting ?? []), waiter] }, at),
    fact: { type: 'WaitingLineChanged', details: { unit: unitName, change: '列入候补' } },
  }
}

const withoutWaiter = ({ waiting, ...rest }: Quota, id: string): Quota => {
  const left = (waiting ?? []).filter(({ applicationId }) => applicationId !== id)
  return left.length === 0 ? rest : { ...rest, waiting: left }
}

/**
 * Who of the line has a place to go up to now. They are called, in their order, and a person accepts them: a place that falls free is
 * taken by nobody else meanwhile. Who no longer has one is called no more.
 */
export function called(round: Given, quota: Quota, at: string): Quota {
  if (quota.waiting === undefined) return quota
  return {
    ...quota,
    waiting: quota.waiting.map(({ calledAt, ...waiter }) => {
      const ahead = lineOf(waiter.county, round, quota).findIndex((each) => each.applicationId === waiter.applicationId)
      return leftFor(waiter.county, round, quota) > ahead ? { ...waiter, calledAt: calledAt ?? at } : waiter
    }),
  }
}
