import { addDays } from '@anjie/calendar-cn'
import { DisputeKind } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import type { outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/**
 * A year of three townships of the report county in four systems, in its share: 57 found and 55 resolved, as 4,977 and 4,803 are 96.50 %.
 * The persons are invented, and nothing of them is kept but digests.
 */
export const DEMO_FOUND = 57
export const DEMO_UNRESOLVED: readonly number[] = [19, 43]

const TOWNSHIPS = ['霜台', '云坞', '石渡']
const VILLAGES = ['晨光', '清泉', '前进']
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const GIVEN = [...'明德志远春秋海燕国强秀英文武平安静和乐康']
const MATTERS: readonly (readonly [kind: string, matter: string])[] = [
  ['02', '两家院墙滴水和排水沟走向有争执'],
  ['03', '宅基地四至与老契不一致，翻建时起了争执'],
  ['01', '分家后老人赡养费的分摊谈不拢'],
  ['10', '拖欠工地小工三个月工钱，多次催要未果'],
  ['07', '承包山林界址不清，砍伐时发生争吵'],
  ['14', '电动车在路口相撞，修理费由谁承担有分歧'],
  ['12', '购买农机后漏油，店家不肯退换'],
  ['15', '小区电梯停运期间的物业费是否照收'],
]

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

interface Entry {
  readonly system: string
  readonly caseNumber: string
  readonly receivedOn: PlainDate
  readonly township: string
  readonly village: string
  readonly kind: DisputeKind
  readonly summary: string
  readonly organisation: string
  readonly quotedNumbers: string[]
  readonly parties: string[]
  readonly outcomes: Record<(typeof outcomes)[number], { readonly stated: boolean; readonly on: PlainDate | null }>
}

/** Which systems hold the dispute: most of them two or three, few all four. */
const HELD = [
  ['province', 'stability', 'mediation'],
  ['province', 'mediation'],
  ['province', 'stability', 'mediation', 'court'],
  ['stability', 'mediation'],
  ['province', 'stability'],
  ['mediation'],
]

/** What the four systems hold of the year that began on the first of January. */
export function demoDisputes(today: PlainDate): readonly Entry[] {
  const first = PlainDate.parse(`${today.slice(0, 4)}-01-01`)
  const days = Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000)
  return Array.from({ length: DEMO_FOUND }, (_, index) => index).flatMap((index) => {
    const day = addDays(first, Math.floor((index * days) / DEMO_FOUND))
    const [kind, matter] = at(MATTERS, index * 5 + 3)
    const village = at(VILLAGES, Math.floor(index / 3))
    const person = (salt: number): string =>
      at(SURNAMES, index * 7 + salt) + at(GIVEN, index * 3 + salt) + at(GIVEN, index * 11 + salt * 5)
    const parties = [person(1), person(8)]
    const isResolved = !DEMO_UNRESOLVED.includes(index)
    const later = (after: number): PlainDate => {
      const due = addDays(day, after)
      return due > today ? today : due
    }
    return at(HELD, index).map((system, place): Entry => {
      const nothing = { stated: false, on: null }
      const yes = (after: number) => ({ stated: true, on: later(after) })
      // The stability system counts what is closed; one in nine of the others is still open there.
      const isOpenThere = place > 0 && index % 9 === 4
      const said = isOpenThere
        ? {}
        : system === 'stability'
          ? { closed: yes(9) }
          : isResolved
            ? { agreed: yes(6), ...(system === 'mediation' ? { performed: yes(12) } : { closed: yes(7) }) }
            : { closed: yes(20) }
      const serial = String(index + 1).padStart(4, '0')
      const year = today.slice(0, 4)
      const number = {
        province: `ZF${year}10${serial}`,
        stability: `WW-${year}-${serial}`,
        mediation: `（${year}）榆人调字第${1000 + index}号`,
        court: `（${year}）榆诉前调${2000 + index}号`,
      }[system]
      return {
        system,
        caseNumber: number ?? '',
        receivedOn: later(place * 2),
        township: at(TOWNSHIPS, index),
        village,
        kind: DisputeKind.parse(kind),
        summary: index % 8 === 5 && place > 0 ? `${village}村民来访，要求村里出面协调` : `${village}村：${matter}`,
        organisation: system === 'mediation' ? `${village}村人民调解委员会` : '',
        quotedNumbers: system === 'court' ? [`ZF${year}10${serial}`] : [],
        // One system in some cases hides the given name.
        parties: index % 8 === 5 && place > 0 ? parties.map((name) => `${[...name][0]}某某`) : parties,
        outcomes: { agreed: nothing, performed: nothing, closed: nothing, settled: nothing, ...said },
      }
    })
  })
}
