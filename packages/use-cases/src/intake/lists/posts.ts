import { Jurisdiction, type Role } from '@anjie/contracts/vocabulary/access/people'
import { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { MembershipId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { RowChange, StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { PostGiven } from '@anjie/contracts/vocabulary/people/postRow'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { matchSubjects } from '@anjie/domain/intake/matchSubjects'
import { postsForm } from '@anjie/domain/intake/postsForm'
import { manageFault } from '@anjie/domain/people/manageFault'
import { postFault } from '@anjie/domain/people/postFault'
import { type KnownNames, type ReadPost, readPostRow, unitsByName } from '@anjie/domain/people/readPostRow'
import { beijingDay, err, inParallel, ok, type Result, textKey } from '@anjie/kernel'
import { z } from 'zod'
import { foundRows } from '../../foundRows.ts'
import { allTypes } from '../../honours/honourTypes.ts'
import { placeOf } from '../../people/placeOf.ts'
import type { CommandContext, QueryContext } from '../../ports.ts'
import { importList, type RowPlan } from './importList.ts'

const Held = z.object({
  post: PostGiven.post,
  roles: PostGiven.roles,
  units: PostGiven.units,
  honours: PostGiven.honours,
  validUntil: PostGiven.validUntil,
})
type Held = z.infer<typeof Held>

const seen = { membershipId: MembershipId, version: z.int() }
const Step = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite'), place: Jurisdiction, personName: PostGiven.personName, held: Held }),
  z.object({ act: z.literal('change'), ...seen, held: Held, was: Held }),
  z.object({ act: z.literal('end'), ...seen, reason: z.string() }),
])
type Step = z.infer<typeof Step>

const PLACES_AT_ONCE = 8

/** 任职名单: one row a post, invited, changed or ended. The code of an invitation is told once, with the row that made it. */
export const posts = importList<Step>({
  step: Step,

  sheet: async (context) => {
    const own = await placeOf(context, undefined)
    if (!own.ok) return own
    const ofPlaces = context.scope.level === 'province'
    const there = await placePosts(context, own.value.jurisdiction)
    const { names } = await honoursOf(context)
    return ok({
      about: '任职名单',
      form: postsForm({ ofPlaces }),
      rows: there.rows.map((row) => ({ values: valuesOf(row, names) })),
      given: ['personName', 'post', 'unitNames'],
      // Nobody’s post ends today because nothing was written.
      defaults: [{ field: 'validUntil' }, { field: 'reason' }],
    })
  },

  plan: async (context, { defaults, rows }) => {
    const given = rows.map(({ values }) => new Map(values))
    const places = await placesNamed(
      context,
      given.map((row) => textIn(row, 'place')),
    )
    const { names, byName: honours } = await honoursOf(context)
    const reads = given.map((row) => readIn(row, places.get(textIn(row, 'place')), honours, defaults, context.now))
    const units = await context.store.getMany('unit', [
      ...new Set(reads.flatMap((read) => (read?.ok ? (read.value.units ?? []) : []))),
    ])
    const seenPosts = new Map<string, number>()
    return ok(
      rows.map(({ row: number }, at): RowPlan<Step> => {
        const row = given[at] ?? new Map()
        const title = `${textIn(row, 'personName')}（${textIn(row, 'post')}）`
        const refuse = (message: string, field?: string): RowPlan<Step> => ({
          effect: 'refused',
          title,
          faults: [{ ...(field === undefined ? {} : { field }), message }],
        })
        const place = places.get(textIn(row, 'place'))
        if (place === undefined || typeof place === 'string') return refuse(place ?? '没有找到所在地', 'place')
        const read = reads[at]
        if (read === undefined) return refuse('没有写有效期；请在表里或导入时写上', 'validUntil')
        if (!read.ok) return refuse(read.error)
        const mark = markOf(place.jurisdiction.code, read.value)
        const twin = seenPosts.get(mark)
        if (twin !== undefined) return refuse(`与第 ${twin} 行是同一个任职；请只留一行`)
        seenPosts.set(mark, number)
        const there = place.byMark.get(mark)
        if (isEnding(row)) {
          if (there === undefined) return { effect: 'same', title }
          const reason = textIn(row, 'reason') || defaults['reason'] || ''
          if (reason.length < 2) return refuse('没有写解除理由；请在表里或导入时写上', 'reason')
          return {
            effect: 'changed',
            title,
            verb: '解除',
            changes: [{ name: '任职', before: there.statusName, after: '已解除' }],
            stage: 0,
            step: { act: 'end', ...seenOf(there), reason },
          }
        }
        const held = heldAs(read.value)
        const own = manageFault(context.member, { jurisdiction: place.jurisdiction })
        const ofPost = held.units?.map((id) => units.get(id)?.state)
        const fault =
          own ?? postFault({ jurisdiction: place.jurisdiction, ...held, units: ofPost }, beijingDay(context.now))
        if (fault !== undefined) return refuse(fault.detail)
        const was = there === undefined ? undefined : heldBy(there)
        const changes = changesOf(was, held, names)
        if (changes.length === 0) return { effect: 'same', title }
        return there === undefined || was === undefined
          ? {
              effect: 'new',
              title,
              verb: '邀请',
              changes,
              stage: 0,
              step: { act: 'invite', place: place.jurisdiction, personName: read.value.personName, held },
            }
          : {
              effect: 'changed',
              title,
              verb: '变更',
              changes,
              stage: 0,
              step: { act: 'change', ...seenOf(there), held, was },
            }
      }),
    )
  },

  apply: async (context, step, { idempotencyKey }) => {
    if (step.act === 'change') return change(context, step, step.held, step.version, idempotencyKey)
    if (step.act === 'end')
      return context.carryOut(
        'endMembership',
        { params: { membershipId: step.membershipId }, query: {}, body: { reason: step.reason } },
        { idempotencyKey, ifMatch: step.version },
      )
    const { place, personName, held } = step
    const invited = await context.carryOut(
      'inviteMember',
      { params: {}, query: {}, body: { place: place.code, personName, ...held } },
      { idempotencyKey },
    )
    if (!invited.ok) return invited
    const code = invited.value.once?.['code']
    return ok({
      ...invited.value,
      told: typeof code === 'string' ? `邀请码：${code}` : '邀请码已经显示过；没有记下的，请在“任职管理”页重发',
    })
  },

  putBack: async (context, step, { id, version }, { idempotencyKey, reason }) => {
    if (step.act === 'end') return err(refused('解除的任职不能恢复；需要时请重新邀请'))
    if (step.act === 'change') return change(context, step, step.was, version, idempotencyKey)
    const there = await context.store.get('membership', id)
    if (there?.state.status === 'in-office')
      return err(refused(`${step.personName}已凭邀请码到任；不再任职的，请解除任职`))
    return context.carryOut(
      'endMembership',
      { params: { membershipId: MembershipId.parse(id) }, query: {}, body: { reason: reason.slice(0, 200) } },
      { idempotencyKey, ifMatch: version },
    )
  },
})

type Row = ReadonlyMap<string, string | boolean>

const isEnding = (row: Row): boolean => row.get('change') === 'end'

/** A row by the rules of a list of posts; undefined where neither it nor the sheet says until when. */
function readIn(
  row: Row,
  place: PlacePosts | string | undefined,
  honours: KnownNames['honours'],
  defaults: Readonly<Record<string, string>>,
  now: string,
): Result<ReadPost, string> | undefined {
  if (place === undefined || typeof place === 'string') return err(place ?? '')
  const validUntil = textIn(row, 'validUntil') || defaults['validUntil'] || (isEnding(row) ? beijingDay(now) : '')
  if (validUntil === '') return undefined
  return readPostRow(
    {
      personName: textIn(row, 'personName'),
      post: textIn(row, 'post'),
      unitNames: textIn(row, 'unitNames'),
      // Who ends a post need not say what it allowed.
      roleNames: textIn(row, 'roleNames') || (isEnding(row) ? ROLE_NAMES['county-reporter'] : ''),
      honourNames: textIn(row, 'honourNames'),
      validUntil,
    },
    { units: place.units, honours },
  )
}

async function honoursOf({ store }: Pick<QueryContext, 'store'>) {
  const types = await allTypes(store)
  return {
    names: new Map(types.map(({ code, name }) => [code, name])),
    byName: new Map(types.map(({ code, name }) => [textKey(name), code])),
  }
}

const refused = (detail: string): Problem => ({ code: 'transition-not-allowed', detail })

const textIn = (row: Row, field: string): string => {
  const value = row.get(field)
  return typeof value === 'string' ? value.trim() : ''
}

const change = (
  { carryOut }: Pick<CommandContext, 'carryOut'>,
  { membershipId }: { readonly membershipId: MembershipId },
  held: Held,
  ifMatch: number,
  idempotencyKey: string,
) => carryOut('changeMembership', { params: { membershipId }, query: {}, body: held }, { idempotencyKey, ifMatch })

type Post = ListRowOf<'membership'>

interface PlacePosts {
  readonly jurisdiction: Jurisdiction
  readonly rows: readonly Post[]
  /** Posts by whose they are, what they are called and where. */
  readonly byMark: ReadonlyMap<string, Post>
  readonly units: KnownNames['units']
}

const markOf = (place: string, { personName, post, units }: Pick<ReadPost, 'personName' | 'post' | 'units'>): string =>
  JSON.stringify([place, textKey(personName), textKey(post), ...(units ?? []).toSorted()])

/** What stands in one place: posts of people that are not over, and the units at which they may be. */
async function placePosts(context: QueryContext, jurisdiction: Jurisdiction): Promise<PlacePosts> {
  const { store } = context
  const { code } = jurisdiction
  const rows = (await foundRows(store, 'membership', { stage: 'open' }, code)).filter(
    ({ fields }) => fields.holder === 'person',
  )
  const listed = jurisdiction.level === 'county' ? await store.listOfCounty('unit', code) : []
  const current = listed.filter(({ status }) => status === 'current')
  return {
    jurisdiction,
    rows,
    byMark: new Map(
      rows.map((row) => [
        markOf(code, {
          personName: row.title,
          post: row.fields.post,
          units: row.fields.units?.map((unit) => UnitId.parse(unit)),
        }),
        row,
      ]),
    ),
    units: unitsByName(
      current.map(({ id, title, place: parentName }) => ({ id: UnitId.parse(id), name: title, parentName })),
    ),
  }
}

/** Each place that the rows name, once: its posts, or what is wrong with its name. */
async function placesNamed(
  context: QueryContext,
  written: readonly string[],
): Promise<ReadonlyMap<string, PlacePosts | string>> {
  const { cities, counties, province } = await context.divisions()
  const match = matchSubjects(
    [province, ...cities, ...counties].map(({ code, name }) => ({ subject: code, name })),
    '本省地名',
  )
  const found = await inParallel(
    [...new Set(written)],
    PLACES_AT_ONCE,
    async (name): Promise<[string, PlacePosts | string]> => {
      const named = name === '' ? undefined : match(name)
      if (typeof named === 'string') return [name, named]
      const place = await placeOf(context, named?.subject)
      if (!place.ok) return [name, place.error.detail]
      return [name, await placePosts(context, place.value.jurisdiction)]
    },
  )
  return new Map(found)
}

const seenOf = ({ id, version }: Post) => ({ membershipId: MembershipId.parse(id), version })

const heldAs = ({ post, roles, units, honours, validUntil }: ReadPost): Held => ({
  post,
  roles: [...roles],
  ...(units === undefined ? {} : { units: [...units] }),
  ...(honours === undefined ? {} : { honours: [...honours] }),
  validUntil,
})

const heldBy = ({ fields: { post, roles, units, honours, validUntil } }: Post): Held => ({
  post,
  roles: [...roles],
  ...(units === undefined ? {} : { units: units.map((unit) => UnitId.parse(unit)) }),
  ...(honours === undefined ? {} : { honours: honours.map((honour) => HonourCode.parse(honour)) }),
  validUntil,
})

type HonourNames = ReadonlyMap<HonourCode, string>

const rolesText = (roles: readonly Role[]): string => roles.map((role) => ROLE_NAMES[role]).join('、')
const honoursText = (honours: readonly HonourCode[] | undefined, names: HonourNames): string =>
  (honours ?? []).map((code) => names.get(code) ?? code).join('、')

function changesOf(was: Held | undefined, held: Held, names: HonourNames): RowChange[] {
  const shown = (one: Held): readonly (readonly [string, string])[] => [
    ['岗位', rolesText([...one.roles].toSorted())],
    ['分管荣誉', honoursText(one.honours?.toSorted(), names)],
    ['有效期', one.validUntil],
  ]
  const before = new Map(was === undefined ? [] : shown(was))
  return shown(held).flatMap(([name, after]) => {
    const then = before.get(name) ?? ''
    if (then === after) return []
    return [{ name, ...(then === '' ? {} : { before: then }), ...(after === '' ? {} : { after }) }]
  })
}

function valuesOf({ title, place, fields }: Post, honours: HonourNames): StagedRow['values'] {
  return [
    ['personName', title],
    ['post', fields.post],
    ...(fields.units === undefined ? [] : [['unitNames', place] as [string, string]]),
    ['roleNames', rolesText(fields.roles)],
    ...(fields.honours === undefined
      ? []
      : [['honourNames', honoursText(fields.honours, honours)] as [string, string]]),
    ['validUntil', fields.validUntil],
  ]
}
