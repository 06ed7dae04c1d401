import type { acceptInvitation as operation } from '@anjie/contracts/operations/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { acceptInvitation as decide } from '@anjie/domain/people/acceptInvitation'
import { readCode } from '@anjie/domain/people/invitationCode'
import { invitationIdOf } from '@anjie/domain/people/peopleIds'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Joining } from '../ports.ts'

const unknown: Problem = {
  code: 'invitation-refused',
  detail: '没有这个邀请码，请核对每一位字符',
  pointer: '/code',
}

const quicker: Problem = { ...unknown, detail: '这个邀请码刚刚被使用或变更，请重试一次或联系发出邀请的管理员' }

/**
 * 凭邀请码加入: binds the log-in to the post of the code. The code says in which jurisdiction to look; what is opened there reaches
 * posts and codes only. Once more by the same log-in changes nothing and is answered alike.
 */
export const acceptInvitation: Joining<InputOf<typeof operation>> = async (context, { body }) => {
  const { identity, boundTo, logIns, digest, now } = context
  const typed = readCode(body.code)
  if (typed === undefined) return err(unknown)
  const reading = context.openStore(typed.owner)
  const code = invitationIdOf(typed.owner, typed.code, digest)
  const [invitation, logIn] = await Promise.all([reading.get('invitation', code), logIns.find(identity)])
  const found = invitation && (await reading.get('membership', invitation.state.membershipId))
  if (found === undefined) return err(unknown)
  const { state, version } = found
  const { id } = state
  if (state.status === 'in-office' && state.boundTo === boundTo) return ok({ id, version, status: state.status })
  const decision = decide(
    state,
    code,
    { boundTo, knownPersonId: logIn?.personId, newPersonId: `person-${context.newId()}` },
    now,
  )
  if (!decision.ok) return decision
  const { next } = decision.value
  const personId = next.personId ?? ''
  const store = context.openStore(typed.owner, {
    personId,
    personName: next.personName,
    post: next.post,
    level: next.jurisdiction.level,
    jurisdiction: next.jurisdiction.code,
    jurisdictionName: next.jurisdictionName,
  })
  // An entry without a post behind it allows nothing, so it goes first: a post without its entry could not be used.
  if ((await logIns.add(identity, personId, id)) === 'other-person') return err(quicker)
  const written = await store.commit([{ kind: 'membership', id, expectedVersion: version, ...decision.value }])
  if (!written.ok) return written.error.code === 'stale-version' ? err(quicker) : written
  return ok({ id, version: version + 1, status: next.status })
}
