import { addDays } from '@anjie/calendar-cn/plainDays'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, noteOf, TOLD_DAYS } from './homeLine.ts'

/** Who of those that wait has a place now is said to who accepts and to the county; what a city gave each county, to that county. */
export const quota: HomeView<'quota'> = ({ recordId, version, type, at, after: state, details }) => {
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  const owner = recordId.slice(0, recordId.indexOf('.'))
  const told = (code: string, slot: string, row: HomeRow): HomeLine => {
    const level = code.length === 4 ? 'city' : 'county'
    return { owner: code, slot, line: { standing: { as: 'told', level, day }, row } }
  }
  const base = { version, place: '', queue: null, nextVerb: null, dueOn: null, updatedAt: at } as const
  const calledNow = (state.waiting ?? []).filter(({ calledAt }) => calledAt === at)
  const lines = calledNow.flatMap(({ applicationId, county, unitName, honour }) => {
    const says = '有名额空出，候补可以递补验收'
    const row: HomeRow = {
      ...base,
      kind: 'application',
      id: applicationId,
      title: unitName,
      status: 'called',
      statusName: '候补递补',
      page: 'application',
      pageId: applicationId,
      note: says,
      says,
      honour,
    }
    return [...new Set([owner, county])].map((code) => told(code, `called-${applicationId}`, row))
  })
  if (type !== 'PlacesDistributed' || state.given === undefined) return lines
  const [roundId, name, reason] = [details['roundId'], details['round'], details['reason']].map(String)
  if (roundId === undefined || name === undefined) return lines
  return [
    ...lines,
    ...Object.entries(state.given.places)
      .filter(([code]) => cityCodeOf(code) === owner)
      .map(([code, places]) => {
        const says = `本县（市、区）名额${places}个`
        return told(code, 'given', {
          ...base,
          kind: 'round',
          id: roundId,
          title: name,
          status: 'distributed',
          statusName: '名额分配',
          page: 'round',
          pageId: roundId,
          note: noteOf(`${says}：${reason}`),
          says,
        })
      }),
  ]
}
