import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Appointment, NewDutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { REPORT_COUNTY, SITUATION_COUNTY } from './demoPeople.ts'
import { DEMO_TOWNSHIPS } from './demoUnits.ts'
import type { Staff } from './staff.ts'

const { setUpDutyPosts, startDutyPilot, publishDutyCoverage, listDutyPosts, fillDutyPost, vacateDutyPost } = OPERATIONS
const { listUnits, endUnit, getDutyPost } = OPERATIONS
const ADMIN = `${REPORT_COUNTY}.admin`

/** Holders of the report county's 33 posts, all invented. */
const COMMISSIONERS: readonly string[] = [
  '沈怀瑾 梁牧之 程砚秋 罗守拙 邵清和 夏润泽 韦知行 褚明远 顾长庚 霍秉文 傅思齐',
  '俞崇山 石景行 殷若谷 柳承志 戚望舒 尹怀远 卢沛然 祝云帆 丁致远 阮青松 方立群',
  '纪存诚 田载阳 江沐恩 郝同舟 秦越山 段惟一 谷向阳 申伯言 蒋临川 龚守约 潘世清',
].flatMap((line) => line.split(' '))

/** 试点: what each of the five villages has; the sixth merged into the first. */
const PILOT: readonly (readonly [string, Omit<Appointment, 'from'> | undefined])[] = [
  ['湾口村', { name: '陶乐山', cadre: 'deputy-secretary', besides: [] }],
  ['东芦村', { name: '汪桂枝', cadre: 'director', besides: ['grid', 'mediation'] }],
  ['西芦村', { name: '雷满仓', cadre: 'member', besides: ['security'] }],
  ['新洲村', { name: '贺春生', cadre: 'member', besides: [] }],
  ['荷叶村', undefined],
  ['老洲村', { name: '钱大有', cadre: 'clerk', besides: [] }],
]

/**
 * 岗位: 33 of 33 township commissioners in the report county, one of them in place of another; a pilot of five villages, one vacant too long and one
 * whose holder does three things, and a sixth village that merged; in another county a township whose post is vacant.
 */
export async function seedDutyPosts(staff: Staff, today: PlainDate): Promise<void> {
  const ago = (days: number): PlainDate => addDays(today, -days)
  const { units } = await staff.call(ADMIN, listUnits, { query: {} } as never)
  const unitOf = (name: string) => {
    const unit = units.find((each) => each.name === name)
    if (unit === undefined) throw new Error(`${name} is one of the demo's units`)
    return unit
  }
  const setUp = (who: string, posts: readonly NewDutyPost[]) =>
    staff.call(who, setUpDutyPosts, { body: { posts: [...posts] } } as never)
  const township = (name: string, at: number): NewDutyPost => ({
    kind: 'township-commissioner',
    unitId: unitOf(name).id as UnitId,
    from: ago(420),
    basis: '榆委组〔2025〕31号',
    holder: { name: COMMISSIONERS[at] ?? '', deputy: true, besides: [], from: ago(420) },
  })
  const first = await setUp(ADMIN, DEMO_TOWNSHIPS.map(township))
  // The first of them was replaced half a year ago.
  await staff.call(ADMIN, fillDutyPost, {
    params: { postId: first.id },
    body: { holder: { name: '苏景和', deputy: true, besides: [], from: ago(180) }, reason: '干部交流' },
    ifMatch: first.version,
  } as never)
  await staff.call(ADMIN, startDutyPilot, {
    body: { from: ago(200), basis: '榆委政法〔2026〕5号试点方案' },
    ifMatch: 2,
  } as never)
  await setUp(
    ADMIN,
    PILOT.map(([name, holder]) => ({
      kind: 'village-commissioner',
      unitId: unitOf(name).id as UnitId,
      from: ago(190),
      basis: '榆委政法〔2026〕5号试点方案',
      cadres: 5,
      ...(holder === undefined ? {} : { holder: { ...holder, from: ago(190) } }),
    })),
  )
  const merged = unitOf('老洲村')
  await staff.call(ADMIN, endUnit, {
    params: { unitId: merged.id },
    body: { successors: [unitOf('新洲村').id], on: ago(60), approvalReference: '榆政民函〔2026〕8号' },
    ifMatch: merged.version,
  } as never)
  const { own } = await staff.call(ADMIN, listDutyPosts, { query: {} } as never)
  await staff.call(ADMIN, publishDutyCoverage, { ifMatch: own?.version ?? 0 } as never)
  await vacantElsewhere(staff, ago)
}

/** A township of another county, whose commissioner left a month ago. */
async function vacantElsewhere(staff: Staff, ago: (days: number) => PlainDate): Promise<void> {
  const who = `${SITUATION_COUNTY}.admin`
  const { units } = await staff.call(who, listUnits, { query: { kind: 'township' } } as never)
  const township = units.find(({ validTo }) => validTo === undefined)
  if (township === undefined) return
  const holder = { name: '常守信', deputy: false, besides: [], from: ago(300) }
  const { id } = await staff.call(who, setUpDutyPosts, {
    body: {
      posts: [
        { kind: 'township-commissioner', unitId: township.id, from: ago(300), basis: '安组〔2025〕12号', holder },
      ],
    },
  } as never)
  const { version } = await staff.call(who, getDutyPost, { params: { postId: id } } as never)
  await staff.call(who, vacateDutyPost, {
    params: { postId: id },
    body: { on: ago(30), reason: '退休' },
    ifMatch: version,
  } as never)
}
