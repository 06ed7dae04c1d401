import type { separateDispute as operation } from '@anjie/contracts/operations/disputes'
import type { Dispute } from '@anjie/contracts/vocabulary/disputes/dispute'
import { partingOf, separatedDispute } from '@anjie/domain/disputes/joinDisputes'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { findStanding } from './disputeSteps.ts'

/** 拆开归并: a wrong joining comes apart again, and is not made a second time. */
export const separateDispute: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now } = context
  const found = await findStanding(context, params.disputeId)
  if (!found.ok) return found
  const { state, version } = found.value
  const parting = partingOf(state, body.home)
  if (parting === undefined)
    return err({ code: 'transition-not-allowed', detail: '这条记载不在这起纠纷里，或者只有这一条' })
  const { moved, to } = parting
  const homes = await store.getMany('dispute', moved)
  const target: Dispute = homes.get(to)?.state ?? {
    id: to,
    county: state.county,
    origins: [],
    apart: [],
    gravity: null,
    tier: null,
    attempts: [],
    updatedAt: now,
  }
  const { left, taken } = separatedDispute(state, target, moved, body.reason, now)
  // Homes of the others led to where they were; from now on they lead to where they are.
  const followers = moved.flatMap((home): Change[] => {
    const record = homes.get(home)
    if (home === to || record === undefined) return []
    return [
      {
        kind: 'dispute',
        id: home,
        expectedVersion: record.version,
        next: { ...record.state, into: to, updatedAt: now },
        fact: { type: 'DisputeJoinedInto', details: { into: to } },
      },
    ]
  })
  const outcome = { id: state.id, version: version + 1, status: 'separated' }
  const written = await store.commit(
    [
      { kind: 'dispute', id: state.id, expectedVersion: version, ...left },
      { kind: 'dispute', id: to, expectedVersion: homes.get(to)?.version ?? 0, ...taken },
      ...followers,
    ],
    outcome,
  )
  return written.ok ? ok({ ...outcome, once: { other: to } }) : written
}
