import type {
  decideDisputeDoubt as decideOperation,
  listDisputeDoubts as listOperation,
} from '@anjie/contracts/operations/disputes'
import { joinedDisputes, keptApart } from '@anjie/domain/disputes/joinDisputes'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Change, Command, Query } from '../ports.ts'
import { keepingCounty } from './keepingCounty.ts'
import { whereTheyStand } from './standingDispute.ts'
import { systemNamesOf, systemsInUse } from './systemsInUse.ts'

const SHOWN = 10
/** Counted no further: whoever has so many before them needs no exact figure. */
const COUNTED = 500

/** 待判断的疑似同一纠纷: both sides beside each other. */
export const listDisputeDoubts: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  context,
) => {
  const { store } = context
  const systemNames = systemNamesOf(await systemsInUse(context))
  const county = keepingCounty(context)
  if (!county.ok) return ok({ doubts: [], waiting: 0, systemNames })
  const waiting = await store.openDoubts(county.value, COUNTED)
  const records = await store.getMany('dispute-doubt', waiting.slice(0, SHOWN))
  const open = [...records.values()].filter(({ state }) => state.status === 'open')
  const standing = await whereTheyStand(
    store,
    open.flatMap(({ state }) => [...state.pair]),
  )
  const doubts = open.flatMap(({ state, version }) => {
    const [one, other] = state.pair.flatMap((home) => {
      const dispute = standing.get(home)?.state
      const origin = dispute?.origins.find((each) => each.home === home)
      return dispute === undefined || origin === undefined ? [] : [{ disputeId: dispute.id, origin }]
    })
    if (one === undefined || other === undefined) return []
    const sides: [typeof one, typeof other] = [one, other]
    return [{ id: state.id, version, reasons: state.reasons, sides }]
  })
  return ok({ doubts, waiting: waiting.length, systemNames })
}

/** 判断: one decision, which stays; the same answer is not asked for twice. */
export const decideDisputeDoubt: Command<InputOf<typeof decideOperation>> = async (context, { params, body }) => {
  const { store, now, member } = context
  const found = await findRecord(context, 'dispute-doubt', params.doubtId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  if (state.status !== 'open') return err({ code: 'transition-not-allowed', detail: '这一对已经判断过了' })
  const standing = await whereTheyStand(store, state.pair)
  const [one, other] = state.pair.map((home) => standing.get(home))
  if (one === undefined || other === undefined)
    return err({ code: 'not-found', detail: '其中一条记载已不在，请刷新页面' })
  const isOne = one.state.id === other.state.id
  if (isOne && body.answer === 'different')
    return err({
      code: 'transition-not-allowed',
      detail: '这两条记载已归并为一起；不是同一起的，请在纠纷页面上拆开',
    })
  const changes: Change[] = []
  if (!isOne && body.answer === 'same') {
    const [into, from] = one.state.origins.length >= other.state.origins.length ? [one, other] : [other, one]
    const reason = `${member.personName}判断为同一起${body.reason === undefined ? '' : `：${body.reason}`}`
    const step = joinedDisputes(into.state, [from.state], reason, now)
    const [left] = step.others
    if (left !== undefined)
      changes.push(
        { kind: 'dispute', id: into.state.id, expectedVersion: into.version, ...step.into },
        { kind: 'dispute', id: from.state.id, expectedVersion: from.version, ...left },
      )
  }
  if (body.answer === 'different')
    changes.push({
      kind: 'dispute',
      id: one.state.id,
      expectedVersion: one.version,
      ...keptApart(one.state, other.state, body.reason, now),
    })
  const outcome = { id: state.id, version: version + 1, status: body.answer }
  const written = await store.commit(
    [
      {
        kind: 'dispute-doubt',
        id: state.id,
        expectedVersion: version,
        next: {
          ...state,
          status: body.answer,
          decided: {
            personName: member.personName,
            at: now,
            ...(body.reason === undefined ? {} : { reason: body.reason }),
          },
          updatedAt: now,
        },
        fact: {
          type: 'DisputeDoubtDecided',
          details: {
            answer: body.answer === 'same' ? '是同一起' : '不是同一起',
            ...(body.reason === undefined ? {} : { reason: body.reason }),
          },
        },
      },
      ...changes,
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
