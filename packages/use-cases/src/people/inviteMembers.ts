import type { inviteMembers as operation } from '@anjie/contracts/operations/people'
import type { MembershipId } from '@anjie/contracts/vocabulary/ids'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import { invitePost } from '@anjie/domain/people/invitePost'
import { manageFault } from '@anjie/domain/people/manageFault'
import { membershipIdOf } from '@anjie/domain/people/peopleIds'
import { postFault } from '@anjie/domain/people/postFault'
import { readPostRow, unitsByName } from '@anjie/domain/people/readPostRow'
import { renewInvitation } from '@anjie/domain/people/renewInvitation'
import { beijingDay, inParallel, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { CarriedOut, Change, Command } from '../ports.ts'
import { honourNames, honoursByName } from './honourName.ts'
import { makeAccount } from './makeAccount.ts'
import { namedUnits } from './namedUnits.ts'
import { codeEndsOn, newInvitation } from './newInvitation.ts'
import { placeOf } from './placeOf.ts'

/** Posts in one transaction; each is two changes, of forty. */
const PART = 18
const ACCOUNTS_AT_ONCE = 6

interface Line {
  readonly result: { -readonly [K in keyof PostRowResult]: PostRowResult[K] }
  readonly accountName: string | undefined
  readonly changes: readonly Change[]
}

/**
 * 批量邀请: every line by itself, with what became of it. A second time the lines are recognised by what they stand for, and nothing is
 * written twice; a line that is wrong stops no other.
 */
export const inviteMembers: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now, digest, member } = context
  const place = await placeOf(context, body.place)
  if (!place.ok) return place
  const endsOn = codeEndsOn(now, body.endsOn)
  if (!endsOn.ok) return endsOn
  const { jurisdiction, name } = place.value
  const today = beijingDay(now)
  const register =
    jurisdiction.level === 'county' && body.rows.some(({ unitNames }) => unitNames !== '')
      ? await store.listOfCounty('unit', jurisdiction.code)
      : []
  const current = register.filter(({ status }) => status === 'current')
  const byName = unitsByName(
    current.map(({ id, title, place: parentName }) => ({ id: UnitId.parse(id), name: title, parentName })),
  )
  const honoursNamed = body.rows.some(({ honourNames: named = '' }) => named !== '')
    ? await honoursByName(store)
    : new Map()
  const wanted = body.rows.map((row) => readPostRow(row, { units: byName, honours: honoursNamed }))
  const nameOfHonour = await honourNames(
    context,
    wanted.flatMap((read) => (read.ok ? (read.value.honours ?? []) : [])),
  )
  const unitIds = [...new Set(wanted.flatMap((read) => (read.ok ? (read.value.units ?? []) : [])))]
  const idOf = (row: (typeof wanted)[number]): MembershipId | undefined =>
    row.ok
      ? membershipIdOf(
          jurisdiction,
          { personName: row.value.personName, post: row.value.post, units: row.value.units ?? [] },
          digest,
        )
      : undefined
  const ids = wanted.map(idOf)
  const [units, existing] = await Promise.all([
    store.getMany('unit', unitIds),
    store.getMany('membership', [...new Set(ids.flatMap((id) => id ?? []))]),
  ])
  const taken = new Set<string>()
  const lines = wanted.map((read, index): Line => {
    const row = index + 1
    const given = body.rows[index]
    const refused = (reason: string): Line => ({
      result: { row, personName: given?.personName ?? '', outcome: 'refused', reason },
      accountName: undefined,
      changes: [],
    })
    const id = ids[index]
    if (!read.ok || id === undefined) return refused(read.ok ? '' : read.error)
    const { personName, post, honours, validUntil, accountName } = read.value
    const roles = [...read.value.roles]
    const ofPost = read.value.units?.map((unit) => units.get(unit)?.state)
    const fault =
      postFault({ jurisdiction, roles, units: ofPost, honours, validUntil }, today) ??
      manageFault(member, { jurisdiction, personId: existing.get(id)?.state.personId })
    if (fault !== undefined) return refused(fault.detail)
    if (taken.has(id)) return refused('与前面的一行重复')
    taken.add(id)
    const there = existing.get(id)
    const known: Line = { result: { row, personName, outcome: 'known', membershipId: id }, accountName, changes: [] }
    if (there !== undefined && there.state.status !== 'ended' && !(body.renew && there.state.status === 'invited'))
      return { ...known, accountName: undefined }
    const fresh = newInvitation(context, id, jurisdiction.code, endsOn.value)
    const decision =
      there?.state.status === 'invited'
        ? renewInvitation(there.state, fresh.invitation, now)
        : invitePost(
            there?.state,
            {
              id,
              holder: 'person',
              personName,
              post,
              jurisdiction,
              jurisdictionName: name,
              roles,
              ...namedUnits(ofPost),
              ...(honours === undefined ? {} : { honours: [...honours] }),
              validUntil,
              invitation: fresh.invitation,
            },
            now,
            nameOfHonour,
          )
    if (!decision.ok) return refused(decision.error.detail)
    const outcome = decision.value.fact.type === 'MembershipInvited' ? 'invited' : 'renewed'
    return {
      result: { row, personName, outcome, membershipId: id, code: fresh.code },
      accountName: outcome === 'invited' ? accountName : undefined,
      changes: [{ kind: 'membership', id, expectedVersion: there?.version ?? 0, ...decision.value }, fresh.change],
    }
  })

  const open = lines.filter(({ changes }) => changes.length > 0)
  const reply = { id: jurisdiction.code, version: open.length, status: 'done' }
  for (let from = 0; from < open.length; from += PART) {
    const part = open.slice(from, from + PART)
    const isLast = from + PART >= open.length
    const written = await store.commit(
      part.flatMap(({ changes }) => changes),
      isLast ? reply : undefined,
    )
    if (!written.ok) return written
  }
  await inParallel(
    open.filter(({ accountName }) => accountName !== undefined),
    ACCOUNTS_AT_ONCE,
    async ({ result, accountName }) => {
      const { refused, ...account } = await makeAccount(context.accounts, accountName)
      Object.assign(result, account, refused === undefined ? {} : { reason: refused })
    },
  )
  const carried: CarriedOut = { ...reply, once: { rows: lines.map(({ result }) => result) } }
  return ok(open.length === 0 ? { ...carried, unchanged: true } : carried)
}
