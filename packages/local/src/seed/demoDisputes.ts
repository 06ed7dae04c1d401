import { addDays } from '@anjie/calendar-cn'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { DEMO_TOWNSHIPS } from './demoUnits.ts'

/**
 * The disputes of the report county in the running year as its own report has them: 4,977 found, 4,803 resolved, 96.50 %. All but the one
 * that was entered here stand in the exports of four systems that do not talk. The persons are invented.
 */
export const DEMO_FOUND = 4977
export const DEMO_RESOLVED = 4803
const EXPORTED = DEMO_FOUND - 1
const UNRESOLVED = EXPORTED - DEMO_RESOLVED

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']
const GIVEN = [...'明德志远春秋海燕国强秀英文武平安静和乐康建军兰芳玉梅勇刚']
const VILLAGES = ['晨光', '清泉', '前进', '河湾', '柳林', '石桥']

type DemoKind = keyof typeof disputeKindNames
interface Matter {
  readonly kind: DemoKind
  readonly court: string
  readonly told: (detail: number) => string
}
const MATTERS: readonly Matter[] = [
  { kind: '02', court: 'A2', told: (n) => `两家院墙滴水冲坏菜地${n}平方米，排水沟走向有争执` },
  { kind: '03', court: 'A3', told: (n) => `翻建房屋占用宅基地${n}平方米，四至与老契不一致` },
  { kind: '01', court: 'A1', told: (n) => `分家后老人每月赡养费${n}元的分摊谈不拢` },
  { kind: '10', court: 'A8', told: (n) => `工地拖欠小工工钱${n}元，多次催要未果` },
  { kind: '07', court: 'A6', told: (n) => `承包山林${n}棵杉树的界址不清，砍伐时发生争吵` },
  { kind: '14', court: 'A10', told: (n) => `电动车在路口相撞，修理费${n}元由谁承担有分歧` },
  { kind: '12', court: 'A15', told: (n) => `购买${n}元的农机后漏油，店家不肯退换` },
  { kind: '15', court: 'A11', told: (n) => `小区电梯停运期间的物业费${n}元是否照收` },
]

/** Which systems hold a dispute: nearly half of them one system alone, few all four. */
const HELD = [
  ['province', 'mediation'],
  ['mediation'],
  ['province'],
  ['province', 'stability', 'mediation'],
  ['mediation'],
  ['province', 'stability'],
  ['mediation', 'court'],
  ['province', 'stability', 'mediation', 'court'],
  ['province'],
  ['stability', 'mediation'],
] as const
export type DemoSystem = (typeof HELD)[number][number]

const HEADINGS: Readonly<Record<DemoSystem, string>> = {
  province: '纠纷编号,关联编号,受理时间,乡镇,村居,纠纷类型,简要情况,当事人,办理结果,结案时间',
  stability: '事件编号,发现日期,发生地点,类别,事件描述,涉事人员,化解情况,化解日期',
  mediation: '卷宗号,调解委员会,所在乡镇,所在村,纠纷类别,申请日期,纠纷事实,申请人,被申请人,调解结果,协议日期,履行日期',
  court: '案号,来源编号,收案日期,案由代码,当事人姓名,住所地,标的额,诉求,结案方式,结案日期',
}

/** Spread and the same every time: a hash of two small numbers. */
function spread(index: number, salt: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** Evenly spread over the year, and those without a result among them. */
const isResolved = (index: number): boolean =>
  Math.floor(((index + 1) * UNRESOLVED) / EXPORTED) === Math.floor((index * UNRESOLVED) / EXPORTED)

interface Written {
  readonly serial: number
  readonly year: string
  readonly received: PlainDate
  readonly ended: PlainDate
  readonly township: string
  readonly village: string
  readonly matter: Matter
  readonly told: string
  readonly parties: readonly [string, string]
  readonly amount: number
  readonly outcome: 'agreed' | 'failed' | 'open'
  readonly hasProvince: boolean
}

const provinceNumber = ({ year, serial }: Pick<Written, 'year' | 'serial'>): string =>
  `ZF${year}10${String(serial).padStart(5, '0')}`

const ROWS: Readonly<Record<DemoSystem, (row: Written) => readonly string[]>> = {
  province: (row) => [
    provinceNumber(row),
    '',
    row.received,
    row.township,
    row.village,
    disputeKindNames[row.matter.kind],
    row.told,
    row.parties.join('、'),
    { agreed: '调解成功', failed: '调解不成功', open: '办理中' }[row.outcome],
    row.outcome === 'open' ? '' : row.ended,
  ],
  stability: (row) => [
    `WW-${row.year}-${String(row.serial).padStart(5, '0')}`,
    row.received.replaceAll('-', '/'),
    `榆陂县${row.township}${row.village}${(row.serial % 6) + 1}组`,
    `${disputeKindNames[row.matter.kind]}类`,
    row.told,
    row.parties.join(' '),
    row.outcome === 'open' ? '未化解' : '已化解',
    row.outcome === 'open' ? '' : row.ended.replaceAll('-', '/'),
  ],
  mediation: (row) => [
    `（${row.year}）榆人调字第${row.serial}号`,
    `${row.village}人民调解委员会`,
    row.township,
    row.village,
    `${disputeKindNames[row.matter.kind]}纠纷`,
    row.received,
    row.told,
    ...row.parties,
    { agreed: '达成协议', failed: '终止调解', open: '' }[row.outcome],
    row.outcome === 'agreed' ? row.ended : '',
    row.outcome === 'agreed' && row.serial % 5 !== 0 ? row.ended : '',
  ],
  court: (row) => [
    `（${row.year}）榆诉前调${row.serial}号`,
    row.hasProvince ? provinceNumber(row) : '',
    row.received.replaceAll('-', ''),
    row.matter.court,
    row.parties.join('；'),
    `${row.township}${row.village}`,
    String(row.amount),
    row.told,
    { agreed: '调解', failed: '立案', open: '' }[row.outcome],
    row.outcome === 'open' ? '' : row.ended,
  ],
}

/** Of four systems the one that says what came of it; the others follow or are still open. */
const TELLS_FIRST: readonly DemoSystem[] = ['mediation', 'province', 'court', 'stability']

interface DemoExport {
  readonly system: DemoSystem
  readonly fileName: string
  readonly rows: number
  readonly text: string
}

/** What each of the four systems gives out of the year that began on the first of January. */
export function demoExports(today: PlainDate): readonly DemoExport[] {
  const year = today.slice(0, 4)
  const first = PlainDate.parse(`${year}-01-01`)
  const days = Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000) + 1
  const lines: Record<DemoSystem, string[]> = { province: [], stability: [], mediation: [], court: [] }
  const notLater = (day: PlainDate): PlainDate => (day > today ? today : day)
  for (let index = 0; index < EXPORTED; index += 1) {
    const day = addDays(first, Math.floor((index * days) / EXPORTED))
    const township = at(DEMO_TOWNSHIPS, spread(index, 1))
    const village = `${township.slice(0, 2)}${at(VILLAGES, spread(index, 2))}村`
    const matter = at(MATTERS, spread(index, 3))
    const amount = 100 + (spread(index, 4) % 9900)
    const person = (salt: number): string =>
      at(SURNAMES, spread(index, salt)) + at(GIVEN, spread(index, salt + 1)) + at(GIVEN, spread(index, salt + 2))
    const parties = [person(10), person(20)] as const
    const systems: readonly DemoSystem[] = at(HELD, index)
    const tells = TELLS_FIRST.find((system) => systems.includes(system))
    for (const [place, system] of systems.entries()) {
      const outcome = !isResolved(index)
        ? index % 2 === 0
          ? 'failed'
          : 'open'
        : system !== tells && spread(index, 5) % 9 === 0
          ? 'open'
          : 'agreed'
      const received = notLater(addDays(day, place * (spread(index, 6) % 3)))
      const row = ROWS[system]({
        serial: index + 1,
        year,
        received,
        ended: notLater(addDays(received, 3 + (spread(index, 7) % 20))),
        township,
        village,
        matter,
        told: `${village}${parties[0]}与${parties[1]}：${matter.told(amount)}`,
        parties,
        amount,
        outcome,
        hasProvince: systems.includes('province'),
      })
      lines[system].push(row.join(','))
    }
  }
  return (['province', 'stability', 'mediation', 'court'] as const).map((system) => ({
    system,
    fileName: `${year}年${NAMES[system]}导出.csv`,
    rows: lines[system].length,
    text: [HEADINGS[system], ...lines[system]].join('\r\n'),
  }))
}

const NAMES = {
  province: '省矛盾纠纷系统',
  stability: '稳定系统',
  mediation: '人民调解系统',
  court: '法院调解系统',
} as const

const NOTHING_SAID = { stated: false, on: null }

/**
 * Of last year's end: disputes that two systems tell in so few words that only a person can say whether they are one. All of them are left
 * open, so that the running year is as its report has it whatever is decided of them.
 */
export function doubtfulDisputes(year: number) {
  return Array.from({ length: 12 }, (_, index) => index).flatMap((index) => {
    const township = at(DEMO_TOWNSHIPS, Math.floor(index / 3))
    const village = `${township.slice(0, 2)}${at(VILLAGES, index)}村`
    const matter = at(MATTERS, index)
    const day = PlainDate.parse(`${year}-12-${String(2 + index * 2).padStart(2, '0')}`)
    const [one, other] = [at(SURNAMES, index), at(SURNAMES, index + 7)]
    const isVague = index % 2 === 0
    const outcomes = { agreed: NOTHING_SAID, performed: NOTHING_SAID, closed: NOTHING_SAID, settled: NOTHING_SAID }
    const common = {
      township: township.slice(0, 2),
      village,
      kind: matter.kind,
      outcomes,
      quotedNumbers: [],
      organisation: '',
    }
    return [
      {
        ...common,
        system: 'province' as const,
        caseNumber: `ZF${year}10${String(index + 1).padStart(5, '0')}`,
        receivedOn: day,
        summary: `${village}${one}${at(GIVEN, index)}与${other}${at(GIVEN, index + 3)}：${matter.told(100 + index * 35)}`,
        parties: [`${one}${at(GIVEN, index)}`, `${other}${at(GIVEN, index + 3)}`],
      },
      {
        ...common,
        system: 'stability' as const,
        caseNumber: `WW-${year}-${String(index + 1).padStart(5, '0')}`,
        receivedOn: addDays(day, isVague ? 6 : 1),
        ...(isVague ? { kind: '99' as const } : {}),
        summary: isVague ? `${village}村民来访，要求村里出面协调` : `${village}：${matter.told(100 + index * 35)}`,
        parties: isVague ? [`${one}某`] : [`${one}${at(GIVEN, index)}`, `${other}${at(GIVEN, index + 3)}`],
      },
    ]
  })
}
