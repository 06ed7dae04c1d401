import type { changeMembership as operation } from '@anjie/contracts/operations/people'
import { changePost } from '@anjie/domain/people/changePost'
import { postFault } from '@anjie/domain/people/postFault'
import { beijingDay, err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { honourNames } from './honourName.ts'
import { namedUnits, unitsOf } from './namedUnits.ts'
import { openMembership } from './openMembership.ts'
import { placeOf } from './placeOf.ts'

/** 变更任职: it holds from the next request of whoever has the post. */
export const changeMembership: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openMembership(context, params.membershipId)
  if (!found.ok) return found
  const { state, version } = found.value
  const { post, roles, honours, scopes, validUntil } = body
  const units = await unitsOf(context.store, body.units)
  const fault = postFault(
    { jurisdiction: state.jurisdiction, roles, units, honours, validUntil },
    beijingDay(context.now),
  )
  if (fault !== undefined) return err(fault)
  if ((state.holder === 'machine') !== (scopes !== undefined))
    return err({ code: 'invalid-input', detail: '接口权限只属于接口客户端，且不能为空', pointer: '/scopes' })
  const place = await placeOf(context, state.jurisdiction.code)
  if (!place.ok) return place
  const decision = changePost(
    state,
    {
      post,
      roles,
      jurisdictionName: place.value.name,
      ...namedUnits(units),
      ...(honours === undefined ? {} : { honours }),
      ...(scopes === undefined ? {} : { scopes }),
      validUntil,
    },
    context.now,
    await honourNames(context, honours),
  )
  if (!decision.ok) return decision
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'membership', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
