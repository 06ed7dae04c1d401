import type { inviteMember as operation } from '@anjie/contracts/operations/people'
import { invitePost } from '@anjie/domain/people/invitePost'
import { manageFault } from '@anjie/domain/people/manageFault'
import { membershipIdOf } from '@anjie/domain/people/peopleIds'
import { postFault } from '@anjie/domain/people/postFault'
import { beijingDay, err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { honourNames } from './honourName.ts'
import { makeAccount } from './makeAccount.ts'
import { namedUnits, unitsOf } from './namedUnits.ts'
import { codeEndsOn, newInvitation } from './newInvitation.ts'
import { placeOf } from './placeOf.ts'

/** 邀请任职: one post and its code, told this one time. Two administrators at once make one post, because its id is what it stands for. */
export const inviteMember: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, member, now, digest } = context
  const place = await placeOf(context, body.place)
  if (!place.ok) return place
  const { jurisdiction, name } = place.value
  const { post, roles, honours, validUntil } = body
  const units = await unitsOf(store, body.units)
  const fault = postFault({ jurisdiction, roles, units, honours, validUntil }, beijingDay(now))
  if (fault !== undefined) return err(fault)
  const endsOn = codeEndsOn(now, body.endsOn)
  if (!endsOn.ok) return endsOn
  const same = body.samePersonAs === undefined ? undefined : await findRecord(context, 'membership', body.samePersonAs)
  if (same?.ok === false) return err({ ...same.error, code: 'invalid-input', pointer: '/samePersonAs' })
  const personId = same?.value.state.personId
  const personName = same?.value.state.personName ?? body.personName
  const own = manageFault(member, { jurisdiction, personId })
  if (own !== undefined) return err(own)

  const unitIds = (units ?? []).flatMap((unit) => (unit === undefined ? [] : [unit.id]))
  const id = membershipIdOf(jurisdiction, { personName, post, units: unitIds }, digest)
  const existing = await store.get('membership', id)
  const fresh = newInvitation(context, id, jurisdiction.code, endsOn.value)
  const decision = invitePost(
    existing?.state,
    {
      id,
      holder: 'person',
      ...(personId === undefined ? {} : { personId }),
      personName,
      post,
      jurisdiction,
      jurisdictionName: name,
      roles,
      ...namedUnits(units),
      ...(honours === undefined ? {} : { honours }),
      validUntil,
      invitation: fresh.invitation,
    },
    now,
    await honourNames(context, honours),
  )
  if (!decision.ok) return decision
  const version = (existing?.version ?? 0) + 1
  const reply = { id, version, status: decision.value.next.status }
  const written = await store.commit(
    [{ kind: 'membership', id, expectedVersion: version - 1, ...decision.value }, fresh.change],
    reply,
  )
  if (!written.ok)
    return written.error.code === 'stale-version' && existing === undefined
      ? err({ code: 'already-invited', detail: `${personName}的这个任职刚刚由他人登记` })
      : written
  const { refused: _said, ...account } = await makeAccount(context.accounts, body.accountName)
  return ok({ ...reply, once: { code: fresh.code, ...account } })
}
