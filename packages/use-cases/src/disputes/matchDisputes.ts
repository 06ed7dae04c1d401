import type { matchDisputes as operation } from '@anjie/contracts/operations/disputes'
import { type Dispute, DisputeDoubtId, type DisputeId } from '@anjie/contracts/vocabulary/disputes/dispute'
import { joinedDisputes, mayJoin } from '@anjie/domain/disputes/joinDisputes'
import { matchOrigins } from '@anjie/domain/disputes/matchOrigins'
import { naturalId } from '@anjie/domain/naturalId'
import { err, inParallel, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Change, Command, CommandContext, Versioned } from '../ports.ts'
import { keepingCounty } from './keepingCounty.ts'
import { personsOf } from './statementPersons.ts'

/** Joins and questions of one call, as many as there is time for; the next one does the rest. */
const JOINS_AT_ONCE = 250
const STRETCH_MILLISECONDS = 10_000
const DOUBTS_AT_ONCE = 100
const WIDTH = 6
const MOST_DISPUTES = 30_000

/** 查重: what is surely one is joined, what may be is asked; each joining is a commit of its own, so one that others changed meanwhile waits. */
export const matchDisputes: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now } = context
  const keeping = keepingCounty(context)
  if (!keeping.ok) return keeping
  const county = keeping.value
  if (body.from > body.to) return err({ code: 'value-invalid', detail: '起始日在截止日之后', pointer: '/from' })
  const [dated, undated] = await Promise.all([
    store.disputeTallies(county, body),
    store.disputeTallies(county, { from: null, to: null }),
  ])
  const ids = [...dated, ...undated].map(({ id }) => id)
  if (ids.length > MOST_DISPUTES)
    return err({
      code: 'value-invalid',
      detail: `这段时间有${ids.length}起纠纷，一次最多核对${MOST_DISPUTES}起；请缩短时间`,
      pointer: '/to',
    })
  const records = await store.getMany('dispute', ids)
  const standing = [...records.values()].map(({ state }) => state).filter(({ into }) => into === undefined)
  const homes = standing.flatMap(({ origins }) => origins.map(({ home }) => home))
  const { joins, doubts, compared } = matchOrigins(standing, await personsOf(store, homes, now))
  const begun = performance.now()
  let joined = 0
  let waits = 0
  await inParallel(joins.slice(0, JOINS_AT_ONCE), WIDTH, async ({ ids: group, reason }) => {
    const isTimeLeft = performance.now() - begun < STRETCH_MILLISECONDS
    if (isTimeLeft && (await joinGroup(context, records, group, reason))) joined += 1
    else waits += 1
  })
  const asked = await askAbout(context, county, records, doubts)
  const outcome = { id: county, version: 1, status: 'matched' }
  return ok({
    ...outcome,
    once: {
      compared,
      joined,
      asked: asked.raised,
      left: Math.max(0, joins.length - JOINS_AT_ONCE) + waits + asked.left,
    },
    unchanged: true,
  })

  async function joinGroup(
    { store: into }: CommandContext,
    known: ReadonlyMap<string, Versioned<Dispute>>,
    group: readonly DisputeId[],
    reason: string,
  ): Promise<boolean> {
    const members = group.flatMap((id) => known.get(id) ?? [])
    // Where most of it stands already.
    const [first, ...others] = members.toSorted(
      (one, other) => other.state.origins.length - one.state.origins.length || (one.state.id < other.state.id ? -1 : 1),
    )
    const fit = first === undefined ? [] : others.filter(({ state }) => mayJoin(first.state, state))
    if (first === undefined || fit.length === 0) return false
    const step = joinedDisputes(
      first.state,
      fit.map(({ state }) => state),
      reason,
      now,
    )
    const changes: Change[] = [
      { kind: 'dispute', id: first.state.id, expectedVersion: first.version, ...step.into },
      ...fit.flatMap(({ state, version }, at): Change[] => {
        const own = step.others[at]
        return own === undefined ? [] : [{ kind: 'dispute', id: state.id, expectedVersion: version, ...own }]
      }),
    ]
    return (await into.commit(changes)).ok
  }
}

async function askAbout(
  { store, now, digest }: CommandContext,
  county: string,
  records: ReadonlyMap<string, Versioned<Dispute>>,
  doubts: ReturnType<typeof matchOrigins>['doubts'],
): Promise<{ readonly raised: number; readonly left: number }> {
  const numbers = new Map(
    [...records.values()].flatMap(({ state }) =>
      state.origins.map(({ home, caseNumber }) => [home, caseNumber] as const),
    ),
  )
  const pairs = doubts.map(({ pair, reasons }) => ({
    id: DisputeDoubtId.parse(`${county}.${naturalId(digest({ pair }))}`),
    pair,
    reasons,
  }))
  const there = await store.getMany(
    'dispute-doubt',
    pairs.map(({ id }) => id),
  )
  const fresh = pairs.filter(({ id }) => !there.has(id))
  let raised = 0
  await inParallel(fresh.slice(0, DOUBTS_AT_ONCE), WIDTH, async ({ id, pair: [one, other], reasons }) => {
    const written = await store.commit([
      {
        kind: 'dispute-doubt',
        id,
        expectedVersion: 0,
        next: {
          id,
          county: county as Dispute['county'],
          pair: [one, other],
          reasons: [...reasons],
          status: 'open',
          updatedAt: now,
        },
        fact: {
          type: 'DisputeDoubtRaised',
          details: { numbers: `${numbers.get(one) ?? ''}、${numbers.get(other) ?? ''}` },
        },
      },
    ])
    if (written.ok) raised += 1
  })
  return { raised, left: Math.max(0, fresh.length - DOUBTS_AT_ONCE) }
}
