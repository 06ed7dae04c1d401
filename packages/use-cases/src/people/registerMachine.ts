import type { registerMachine as operation } from '@anjie/contracts/operations/people'
import { honourNameOf } from '@anjie/domain/honours/types/index'
import { grantPost } from '@anjie/domain/people/grantPost'
import { grantedMembershipId } from '@anjie/domain/people/peopleIds'
import { postFault } from '@anjie/domain/people/postFault'
import { beijingDay, err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { namedUnits, unitsOf } from './namedUnits.ts'
import { placeOf } from './placeOf.ts'

/**
 * 登记接口客户端: the post of a machine, held by `<issuer>#<client id>`. It needs no code, because its number is known; what it may
 * call is written down area by area, and it ends.
 */
export const registerMachine: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now, digest, logIns } = context
  const place = await placeOf(context, body.place)
  if (!place.ok) return place
  const { jurisdiction, name } = place.value
  const units = await unitsOf(store, body.units)
  const { roles, scopes, validUntil } = body
  const fault = postFault({ jurisdiction, roles, units, validUntil }, beijingDay(now))
  if (fault !== undefined) return err(fault)
  const identity = `${context.issuer}#${body.clientId}`
  const boundTo = digest(identity)
  const id = grantedMembershipId(jurisdiction, boundTo, digest)
  const existing = await store.get('membership', id)
  if (existing !== undefined && existing.state.status !== 'ended')
    return err({ code: 'already-invited', detail: '这个客户端编号已经登记，可在任职详情中变更或解除' })
  const personId = `machine-${boundTo.slice(0, 20)}`
  // An entry without a post behind it allows nothing, so it goes first: a post without its entry could not be used.
  if ((await logIns.add(identity, personId, id)) === 'other-person')
    return err({ code: 'invalid-input', detail: '这个客户端编号属于一个登录账号', pointer: '/clientId' })
  const decision = grantPost(
    {
      id,
      holder: 'machine',
      personId,
      personName: body.name,
      post: '接口客户端',
      jurisdiction,
      jurisdictionName: name,
      roles,
      ...namedUnits(units),
      scopes,
      validUntil,
      boundTo,
    },
    now,
    honourNameOf,
  )
  const version = (existing?.version ?? 0) + 1
  const reply = { id, version, status: decision.next.status }
  const written = await store.commit([{ kind: 'membership', id, expectedVersion: version - 1, ...decision }], reply)
  return written.ok ? ok(reply) : written
}
