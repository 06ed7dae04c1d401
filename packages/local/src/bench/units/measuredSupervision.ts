import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { MeasureId, RectificationId } from '@anjie/contracts/vocabulary/ids'
import { passMeasureDay } from '@anjie/use-cases/supervision/dueMeasures'
import { type Bench, entryOf } from './bench.ts'
import { type FilledProvince, platform, RUNNING_YEAR } from './fillProvince.ts'

const PASSED = { facts: true, solution: true, lawfulness: true, form: true }

/** 督导: a measure from its draft to its closing, one that is contested, a listing that is lifted and one that ends in a veto. */
export async function superviseVillages(
  bench: Bench,
  { api, staff, counties, villages }: FilledProvince,
): Promise<void> {
  const county = entryOf(counties, 0)
  const own = entryOf(villages, 0)
  const [reviewer, admin, reporter] = [
    staff.countyReviewer(county),
    staff.countyAdmin(county),
    staff.countyReporter(county),
  ]
  api.now = `${RUNNING_YEAR}-09-01T01:00:00.000Z`
  const content = (more: object = {}) => ({
    kind: 'inspection',
    matter: '综治中心实体化运行专项督导',
    trigger: 'planned',
    on: `${RUNNING_YEAR}-09-01`,
    participants: ['县委政法委副书记'],
    demands: '限期整改并报告结果',
    isPublished: false,
    problems: [{ text: '综治中心夜间无人值守', workingDays: 10 }],
    ...more,
  })
  const listing = (number: number) => ({
    kind: 'listing',
    documentNumber: `平安办〔${RUNNING_YEAR}〕${number}号`,
    until: `${RUNNING_YEAR}-11-01`,
    isPublished: true,
  })
  /** Signed and acknowledged, without being measured. */
  const issued = async (village: number, more: object = {}) => {
    const body = { ...content(more), targets: [entryOf(own, village)] }
    const { id } = await api.call(reviewer, 'draftMeasures', { body } as never)
    const params = { measureId: MeasureId.parse(id) }
    await api.call(admin, 'issueMeasures', { body: { measures: [{ id: params.measureId, version: 1 }] } })
    await api.call(reporter, 'acknowledgeMeasure', { params, ifMatch: 2 })
    return params
  }
  const firstOf = async (who: Membership, params: { readonly measureId: MeasureId }) => {
    const { rectifications } = await api.call(who, 'getMeasure', { params })
    return { params: { rectificationId: RectificationId.parse(entryOf(rectifications, 0).id) } }
  }
  const report = { text: '已经安排专人夜间值守并建立登记簿' }
  const check = (checks: object) => ({ checks, text: '现场核查', workingDays: 5 }) as never

  const body = { ...content(), targets: [entryOf(own, 0)] }
  await bench.step('拟制督导措施', reviewer, 'draftMeasures', { body } as never)
  const { rows } = await api.call(reviewer, 'listMeasures', { query: { status: 'draft' } })
  const id = MeasureId.parse(entryOf(rows, 0).id)
  const params = { measureId: id }
  await bench.step('签发督导措施', admin, 'issueMeasures', { body: { measures: [{ id, version: 1 }] } })
  await bench.step('签收督导措施', reporter, 'acknowledgeMeasure', { params, ifMatch: 2 })
  await bench.ask('督导措施', reporter, 'getMeasure', { params })
  await bench.ask('督导台账（县）', reviewer, 'listMeasures')
  await bench.ask('督导年度汇总（省）', staff.provinceReviewer, 'getSupervisionTally')
  const one = await firstOf(reporter, params)
  await bench.step('报告整改', reporter, 'reportRectification', { ...one, body: report, ifMatch: 2 })
  await bench.step('退回整改', reviewer, 'checkRectification', {
    ...one,
    body: check({ ...PASSED, form: false }),
    ifMatch: 3,
  })
  await api.call(reporter, 'reportRectification', { ...one, body: report, ifMatch: 4 })
  await bench.ask('一个问题的整改', reviewer, 'getRectification', one)
  await bench.step('核查销号', reviewer, 'checkRectification', { ...one, body: check(PASSED), ifMatch: 5 })
  await bench.step('对督导结论申请复核', reporter, 'contestMeasure', {
    params: await issued(1),
    body: { text: '值班室改造期间临时调整值守安排' },
    ifMatch: 3,
  })

  const lifted = await issued(2, listing(71))
  await bench.step('公布挂牌', reviewer, 'publishListing', { params: lifted, ifMatch: 3 })
  const mended = await firstOf(reporter, lifted)
  await api.call(reporter, 'reportRectification', { ...mended, body: report, ifMatch: 2 })
  await api.call(reviewer, 'checkRectification', { ...mended, body: check(PASSED), ifMatch: 3 })
  await bench.step('验收摘牌', reviewer, 'liftListing', { params: lifted, body: { reason: '验收合格' }, ifMatch: 5 })

  const ended = await issued(3, listing(72))
  api.now = `${RUNNING_YEAR}-11-02T01:00:00.000Z`
  const { store, now } = platform(api)
  await passMeasureDay(store, ended.measureId, now)
  await bench.step('决定是否否决', staff.countyDeputy(county), 'decideVeto', {
    params: ended,
    body: { outcome: 'veto', reason: '整治未达要求' },
    ifMatch: 4,
  })
}
