import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { DutyEventId, DutyListsId, DutyPostId, DutyTrainingId } from '@anjie/contracts/vocabulary/ids'
import { TOWNSHIP_TEMPLATE } from '../../seed/demoDutyLists.ts'
import { postScheme } from '../../seed/seedPostCycle.ts'
import { type Bench, entryOf } from './bench.ts'
import { type FilledProvince, RUNNING_YEAR } from './fillProvince.ts'

const SINCE = `${RUNNING_YEAR - 2}-01-01`
/** Of a whole province; decided in the year before, and none of this year's answers has anything to do with them. */
const EARLIER_EVENTS = 200

/** 岗位: of every county but the last, which moves; then one county's, with their lists and their own assessment. */
export async function keepPosts(bench: Bench, province: FilledProvince): Promise<void> {
  province.api.now = `${RUNNING_YEAR}-11-06T01:00:00.000Z`
  const posts = await setUpPosts(bench, province)
  await keepLists(bench, province, posts)
  await assessPosts(bench, province, posts)
}

async function setUpPosts(
  bench: Bench,
  { api, staff, counties, villages }: FilledProvince,
): Promise<readonly DutyPostId[]> {
  const [county = '', ...others] = counties.slice(0, -1)
  const admin = staff.countyAdmin(county)
  const holder = (name: string, from = SINCE) => ({ name, deputy: true, besides: [], from })
  const ofTownships = async (code: string) => {
    const { units } = await api.call(staff.countyAdmin(code), 'listUnits', { query: { kind: 'township' } })
    const posts = units.map(({ id }) => ({
      kind: 'township-commissioner',
      unitId: id,
      from: SINCE,
      basis: '县委组织部任免通知',
      holder: holder('陈政法'),
    }))
    return { body: { posts } } as never
  }
  for (const code of others) await api.call(staff.countyAdmin(code), 'setUpDutyPosts', await ofTownships(code))
  await bench.step('设岗（全县10个乡镇）', admin, 'setUpDutyPosts', await ofTownships(county))
  const { rows, own } = await api.call(admin, 'listDutyPosts')
  const ids = rows.map(({ id }) => DutyPostId.parse(id))
  await bench.step('登记任职（换人）', admin, 'fillDutyPost', {
    params: { postId: entryOf(ids, 0) },
    body: { holder: holder('周政法', `${RUNNING_YEAR}-07-01`), reason: '干部交流' },
    ifMatch: 1,
  } as never)
  await bench.step('登记离任', admin, 'vacateDutyPost', {
    params: { postId: entryOf(ids, 1) },
    body: { on: `${RUNNING_YEAR}-10-31`, reason: '退休' },
    ifMatch: 1,
  })
  await api.call(admin, 'startDutyPilot', {
    body: { from: `${RUNNING_YEAR}-01-01`, basis: '县委政法委试点方案' },
    ifMatch: (own?.version ?? 0) + 2,
  })
  await bench.step('设岗（试点5个村）', admin, 'setUpDutyPosts', {
    body: {
      posts: entryOf(villages, 0)
        .slice(0, 5)
        .map((unitId) => ({
          kind: 'village-commissioner',
          unitId,
          from: `${RUNNING_YEAR}-01-01`,
          basis: '县委政法委试点方案',
          cadres: 5,
        })),
    },
  } as never)
  await bench.ask('岗位名册（县）', admin, 'listDutyPosts')
  await bench.ask('岗位', admin, 'getDutyPost', { params: { postId: entryOf(ids, 0) } })
  await bench.ask('岗位覆盖情况（市）', staff.cityReviewer(cityCodeOf(county)), 'getDutyCoverage')
  await bench.ask('岗位覆盖情况（省）', staff.provinceReviewer, 'getDutyCoverage')
  return ids
}

/** 四张清单: a version, work that is entered and confirmed, a negative event to its decision, a training. */
async function keepLists(
  bench: Bench,
  { api, staff, counties, share }: FilledProvince,
  posts: readonly DutyPostId[],
): Promise<void> {
  const county = entryOf(counties, 0)
  const [reporter, reviewer, admin] = [
    staff.countyReporter(county),
    staff.countyReviewer(county),
    staff.countyAdmin(county),
  ]
  const postId = entryOf(posts, 0)
  const own = { params: { postId } }
  await bench.step('起草四张清单', admin, 'draftDutyLists', { body: TOWNSHIP_TEMPLATE })
  const lists = await api.call(admin, 'listDutyLists')
  await bench.step('发布四张清单', admin, 'publishDutyLists', {
    params: { listsId: DutyListsId.parse(entryOf(lists.rows, 0).id) },
    body: { from: SINCE },
    ifMatch: 1,
  })
  const event = (on: string) => ({ body: { postId, line: 'FM-07', on, ground: '县级调度会无故缺席，签到表为证' } })
  const word = { kind: 'said', text: '当日在防汛一线值守' } as const
  const decision = { outcome: 'upheld', reason: '事实清楚，情形属实' } as const
  for (let at = 0; at < EARLIER_EVENTS * share; at++) {
    const { id } = await api.call(reviewer, 'recordDutyEvent', event(`${RUNNING_YEAR - 1}-06-01`))
    const params = { eventId: DutyEventId.parse(id) }
    await api.call(reporter, 'giveDutyWord', { params, body: word, ifMatch: 1 })
    await api.call(admin, 'decideDutyEvent', { params, body: decision, ifMatch: 2 })
  }
  await bench.step('登记负面事件', reviewer, 'recordDutyEvent', event(`${RUNNING_YEAR}-10-20`))
  const events = await api.call(reviewer, 'listDutyEvents', { query: { year: RUNNING_YEAR } })
  const one = { params: { eventId: DutyEventId.parse(entryOf(events.rows, 0).id) } }
  await bench.step('陈述意见', reporter, 'giveDutyWord', { ...one, body: word, ifMatch: 1 })
  await bench.step('决定负面事件', admin, 'decideDutyEvent', { ...one, body: decision, ifMatch: 2 })
  await bench.ask('负面事件（县，本年）', reviewer, 'listDutyEvents', { query: { year: RUNNING_YEAR } })
  await bench.step('登记日常工作', reporter, 'enterDuty', {
    ...own,
    body: { line: 'RC-06', on: `${RUNNING_YEAR}-11-05`, note: '走访三个村，看望两户' },
  })
  await bench.step('确认日常工作', reviewer, 'decideDutyEntry', {
    ...own,
    body: { year: RUNNING_YEAR, number: 1, outcome: 'confirmed', reason: '' },
    ifMatch: 1,
  })
  await bench.step('登记培训', reviewer, 'recordDutyTraining', {
    body: {
      kind: 'political',
      on: `${RUNNING_YEAR}-10-12`,
      title: '政法委员政治轮训班',
      hours: 16,
      organiser: '县委政法委',
      postKind: 'township-commissioner',
    },
  })
  const trainings = await api.call(reviewer, 'listDutyTrainings')
  const params = { trainingId: DutyTrainingId.parse(entryOf(trainings.rows, 0).id) }
  await bench.step('登记参训（10个岗位）', reviewer, 'setDutyAttendance', {
    params,
    body: { posts: [...posts] },
    ifMatch: 1,
  })
  await bench.ask('培训与参训', reviewer, 'getDutyTraining', { params })
  await bench.ask('岗位履职情况', reporter, 'getDutyPerformance', own)
}

/** 管理考核: one post's form, drawn up from its ledgers and handed in. */
async function assessPosts(
  bench: Bench,
  { api, staff, counties }: FilledProvince,
  posts: readonly DutyPostId[],
): Promise<void> {
  const county = entryOf(counties, 0)
  const [reporter, admin] = [staff.countyReporter(county), staff.countyAdmin(county)]
  const drafted = await api.call(admin, 'draftScheme', { body: { scheme: postScheme(RUNNING_YEAR) } })
  await api.call(admin, 'publishScheme', {
    params: { schemeId: drafted.id },
    body: { as: 'in-force' },
    ifMatch: drafted.version,
  })
  await bench.ask('可考评的岗位（县）', admin, 'listCandidates', { query: { subjectKind: 'post' } })
  const planned = await api.call(admin, 'planCycle', {
    body: {
      name: `${RUNNING_YEAR}年度乡镇政法委员管理考核`,
      year: RUNNING_YEAR,
      schemeId: drafted.id,
      dataFrom: `${RUNNING_YEAR}-01-01`,
      dataTo: `${RUNNING_YEAR}-12-31`,
      dueOn: `${RUNNING_YEAR + 1}-01-31`,
      subjects: posts.map((code) => ({ code, group: 'ALL' })),
    },
  })
  const cycle = { params: { cycleId: planned.id } }
  await bench.step('开放岗位考核（10个岗位）', admin, 'openCycle', { ...cycle, ifMatch: planned.version })
  const { state } = await api.call(admin, 'getCycle', cycle)
  const form = { params: { submissionId: String(state.subjects.find(({ code }) => code === posts[0])?.submissionId) } }
  await bench.ask('岗位填报表（由清单取数）', reporter, 'getSubmission', form)
  await bench.step('提交岗位填报表', reporter, 'submitSubmission', { ...form, body: {}, ifMatch: 1 })
  await bench.ask('岗位各任分段', reporter, 'getPostParts', {
    params: { ...cycle.params, postId: entryOf(posts, 0) },
  })
}
