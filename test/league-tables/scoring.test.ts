import { cycleStep } from '@anjie/function-scorer/cycleStep'
import { describe, expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { admin, cityOf, done, type Opened, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { reported } from '../builders/submission.ts'

const [first, second, third] = [PLACES.county.code, PLACES.neighbourCounty.code, PLACES.farCounty.code]

/** Everything is settled, and nothing is scored yet; whoever asks for scores waits for `carryOut`. */
async function settled() {
  const province = new Province()
  const opened = await province.openCycle()
  for (const [at, county] of [first, second, third].entries()) {
    await province.fill(opened, county)
    await province.enterSafety(opened, county, ['88', '96', '92'][at] ?? '96')
  }
  province.scoresAtOnce = false
  return { province, opened, params: { cycleId: opened.cycleId } }
}
const ask = async (province: Province, { cycleId }: Opened): Promise<string> =>
  done(await province.run(admin, 'runScores', { params: { cycleId }, body: {} })).id
const scoring = async (province: Province, { cycleId }: Opened) =>
  done(await province.ask(admin, 'getScoring', { params: { cycleId } }))

/** What a run left behind, without the instants at which it was written and the hashes over them. */
const written = (province: Province, runId: string) =>
  province.stores.tables
    .dump('records')
    .filter(({ pk }) => String(pk).startsWith(`P#99#run#${runId}#`))
    .map(({ pk, sk, part = null }) =>
      JSON.stringify([pk, sk, part === null ? null : Buffer.from(part as never).toString('base64')]),
    )
    .toSorted()

/** The network is gone after so many side documents. */
function failsAfter(province: Province, writes: number): () => void {
  const { putNew } = province.stores.tables
  let left = writes
  Object.assign(province.stores.tables, {
    putNew: (item: never) => (left-- > 0 ? putNew(item) : Promise.reject(new Error('the network is gone'))),
  })
  return () => void Object.assign(province.stores.tables, { putNew })
}

/** The sort keys of what is put from now on. */
function putsOf(province: Province): readonly string[] {
  const { putNew } = province.stores.tables
  const put: string[] = []
  Object.assign(province.stores.tables, {
    putNew: (item: { readonly sk: string }) => {
      put.push(item.sk)
      return putNew(item as never)
    },
  })
  return put
}

describe('计分在后台', () => {
  test('asking for scores answers at once with the run; how far it is is told until it is complete', async () => {
    const { province, opened, params } = await settled()
    const asked = done(await province.run(admin, 'runScores', { params, body: {} }))
    expect(asked).toMatchObject({ version: 1, status: 'computing' })
    expect(await scoring(province, opened)).toMatchObject({
      running: { runId: asked.id, done: 0, all: 3 },
      latestRun: null,
    })
    expect(refusalOf(await province.ask(admin, 'getRun', { params: { runId: asked.id as never } }))).toBe('not-found')
    expect(await province.carryOut(opened.cycleId)).toBe(true)
    expect(await scoring(province, opened)).toEqual({ running: null, latestRun: asked.id })
    const { state, timeline } = done(await province.ask(admin, 'getRun', { params: { runId: asked.id as never } }))
    expect(state).toMatchObject({ status: 'computed', computedAt: province.now })
    expect(timeline.at(-1)).toMatchObject({ personName: '平台运维' })
    for (const who of [reporterOf(first), cityOf(first)]) {
      const { state: seen, timeline: steps } = done(await province.ask(who, 'getCycle', { params }))
      expect([seen.scoring, steps.map(({ type }) => type).includes('ScoringStarted')]).toEqual([undefined, false])
    }
    expect(refusalOf(await province.ask(reviewerOf(first), 'getScoring', { params }))).toBe('not-found')
  })

  test('stopped anywhere it is taken up again, and what comes out is the same to the byte', async () => {
    const whole = await settled()
    const runId = await ask(whole.province, whole.opened)
    const before = whole.province.stores.tables.dump('records')
    await whole.province.carryOut(whole.opened.cycleId)
    const expected = written(whole.province, runId)
    // Three subjects with two documents each, the piece, and the archive's head.
    for (let writes = 0; writes <= 7; writes++) {
      const province = new Province()
      province.scoresAtOnce = false
      await province.stores.tables.transact(
        before.map((item) => ({ item: item as never, condition: { is: 'absent' } as const })),
      )
      const mend = failsAfter(province, writes)
      await expect(province.carryOut(whole.opened.cycleId)).rejects.toThrow('the network is gone')
      expect(await scoring(province, whole.opened)).toMatchObject({ running: { runId } })
      mend()
      expect(await province.carryOut(whole.opened.cycleId)).toBe(true)
      expect(written(province, runId)).toEqual(expected)
    }
  })

  test('taken up again, it leaves finished pieces as they are and writes none that it finished a second time', async () => {
    const whole = await settled()
    const runId = await ask(whole.province, whole.opened)
    const before = whole.province.stores.tables.dump('records')
    await whole.province.carryOut(whole.opened.cycleId, 1)
    const expected = written(whole.province, runId)
    // Of each of three pieces two documents and its note, and the archive's head.
    for (let writes = 0; writes <= 9; writes++) {
      const province = new Province()
      await province.stores.tables.transact(
        before.map((item) => ({ item: item as never, condition: { is: 'absent' } as const })),
      )
      const mend = failsAfter(province, writes)
      await expect(province.carryOut(whole.opened.cycleId, 1)).rejects.toThrow('the network is gone')
      mend()
      const again = putsOf(province)
      expect(await province.carryOut(whole.opened.cycleId, 1)).toBe(true)
      expect(again).toHaveLength(10 - 3 * Math.floor(writes / 3))
      expect(written(province, runId)).toEqual(expected)
    }
  })

  test('twice at once and once more afterwards make one run', async () => {
    const { province, opened, params } = await settled()
    const runId = await ask(province, opened)
    const outcomes = await Promise.all([province.carryOut(opened.cycleId), province.carryOut(opened.cycleId)])
    expect(outcomes.toSorted()).toEqual([false, true])
    expect(await province.carryOut(opened.cycleId)).toBe(false)
    expect(
      done(await province.ask(admin, 'listRuns', { params })).rows.map(({ id, version }) => [id, version]),
    ).toEqual([[runId, 1]])
  })

  test('what is settled after it was asked for is not in it, and bars its preview', async () => {
    const { province, opened } = await settled()
    const runId = await ask(province, opened)
    const params = { cycleId: opened.cycleId, subject: first as never }
    done(
      await province.run(admin, 'enterCommissionValues', { params, body: { values: [reported('SAFETY', '96')] } }, 1),
    )
    await province.carryOut(opened.cycleId)
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId: runId as never } }))
    expect(state.rows.find(({ subject }) => subject === first)?.publishedScore).toBe('97.50')
    const body = { appealsUntil: '2030-12-31' as never }
    expect(refusalOf(await province.run(admin, 'previewRun', { params: { runId: runId as never }, body }, 1))).toBe(
      'run-not-latest',
    )
  })

  test('asked for anew, the earlier one has no say any more, and the cycle cannot be called back meanwhile', async () => {
    const { province, opened, params } = await settled()
    await ask(province, opened)
    const { version } = done(await province.ask(admin, 'getCycle', { params }))
    expect(refusalOf(await province.run(admin, 'callBackCycle', { params, body: { reason: '误开放' } }, version))).toBe(
      'transition-not-allowed',
    )
    const newer = await ask(province, opened)
    expect(await province.carryOut(opened.cycleId)).toBe(true)
    expect(await scoring(province, opened)).toEqual({ running: null, latestRun: newer })
    expect(done(await province.ask(admin, 'listRuns', { params })).rows.map(({ id }) => id)).toEqual([newer])
  })

  test('a run of subjects that were changed meanwhile has no say any more', async () => {
    const { province, opened, params } = await settled()
    await ask(province, opened)
    const { version } = done(await province.ask(admin, 'getCycle', { params }))
    const body = { add: [], remove: [third as never], reason: '撤销建制' }
    done(await province.run(admin, 'changeCycleSubjects', { params, body }, version))
    expect(await province.carryOut(opened.cycleId)).toBe(false)
    expect(await scoring(province, opened)).toEqual({ running: null, latestRun: null })
    const runId = await ask(province, opened)
    expect(await province.carryOut(opened.cycleId)).toBe(true)
    const { state } = done(await province.ask(admin, 'getRun', { params: { runId: runId as never } }))
    expect(state.rows).toHaveLength(2)
  })

  test('more time that is given while it goes on does not stop it', async () => {
    const { province, opened, params } = await settled()
    const runId = await ask(province, opened)
    const { transact } = province.stores.tables
    let isExtended = false
    Object.assign(province.stores.tables, {
      transact: async (...given: Parameters<typeof transact>) => {
        if (!isExtended) {
          isExtended = true
          const { version } = done(await province.ask(admin, 'getCycle', { params }))
          const body = { dueOn: '2027-06-30' as never, reason: '部分县受灾' }
          done(await province.run(admin, 'extendCycle', { params, body }, version))
        }
        return transact(...given)
      },
    })
    expect(await province.carryOut(opened.cycleId)).toBe(true)
    const { state } = done(await province.ask(admin, 'getCycle', { params }))
    expect(state).toMatchObject({ dueOn: '2027-06-30', latestRun: runId })
  })

  test('the scorer hears of a cycle from the two facts that ask for its work, and from nothing else', () => {
    const fact = (pk: string, type: string, eventName: 'INSERT' | 'MODIFY' = 'INSERT', sk = 'FACT#0000000005#') => ({
      eventName,
      dynamodb: { NewImage: { pk: { S: pk }, sk: { S: sk }, type: { S: type } } },
    })
    expect(cycleStep(fact('P#99#cycle#99.X#', 'ScoringStarted'))).toEqual({ cycleId: '99.X', work: 'score' })
    expect(cycleStep(fact('T#990101#cycle#990101.X#', 'CycleFinalised'))).toEqual({
      cycleId: '990101.X',
      work: 'escalate',
    })
    for (const other of [
      fact('P#99#cycle#99.X#', 'CycleScored'),
      fact('P#99#run#99.X#', 'ScoringStarted'),
      fact('P#99#cycle#99.X#', 'ScoringStarted', 'MODIFY'),
      fact('P#99#cycle#99.X#', 'ScoringStarted', 'INSERT', 'STATE#'),
      { eventName: 'REMOVE' as const },
    ])
      expect(cycleStep(other)).toBeUndefined()
  })
})
