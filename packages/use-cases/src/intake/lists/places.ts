import { beijingDate } from '@anjie/calendar-cn'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode, type DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { QuotaCode, Round } from '@anjie/contracts/vocabulary/honours/round'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { changeRound } from '@anjie/domain/honours/changeRound'
import { distributePlaces } from '@anjie/domain/honours/distributePlaces'
import { placesOfRound } from '@anjie/domain/honours/quota'
import { quotaId } from '@anjie/domain/honours/recordIds'
import { matchSubjects } from '@anjie/domain/intake/matchSubjects'
import { PLACES_REASON, placesForm } from '@anjie/domain/intake/placesForm'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { findRecord, notFound } from '../../findRecord.ts'
import { isOwn } from '../../honours/isOwn.ts'
import { usedPlaces } from '../../honours/usedPlaces.ts'
import type { CommandContext, QueryContext } from '../../ports.ts'
import { importList, type RowPlan } from './importList.ts'

const Places = z.array(z.object({ code: QuotaCode, places: z.int().min(0) }))
type Places = z.infer<typeof Places>

const common = { roundId: RoundId, version: z.int(), places: Places, reason: z.string() }
/** All places of the round at once: a sheet is one decision, and each of its rows carries it. */
const Step = z.discriminatedUnion('act', [
  /** `before`: absent where nothing was distributed. */
  z.object({ act: z.literal('distribute'), ...common, before: Places.optional() }),
  z.object({
    act: z.literal('set'),
    ...common,
    before: Places,
    name: Round.shape.name,
    closesOn: PlainDate,
  }),
])
type Step = z.infer<typeof Step>

/** 名额分配表: one row a city or county. What a level gives in its own round, or a city of the province's places to its counties. */
export const places = importList<Step>({
  step: Step,

  sheet: async (context, target) => {
    const found = await findPlaces(context, target)
    if (!found.ok) return found
    const { round, given, below, kindName } = found.value
    const about = `${round.name}名额分配表`
    return ok({
      about,
      form: placesForm(about.slice(0, 60), kindName, { reason: true }),
      rows: below.map(({ code, name }) => ({
        values: [
          ['subject', name],
          ['code', code],
          ...(given.has(code) ? [['places', String(given.get(code))] as [string, string]] : []),
        ],
      })),
      given: ['subject', 'code'],
      defaults: [{ field: PLACES_REASON }],
    })
  },

  plan: async (context, { target, defaults, rows }) => {
    const found = await findPlaces(context, target)
    if (!found.ok) return found
    const { round, given, below, faultOf, stepOf } = found.value
    const match = matchSubjects(
      below.map(({ code, name }) => ({ subject: code, name })),
      '名额分配对象',
    )
    const plans = new Map<number, RowPlan<Step>>()
    const wanted = new Map<string, { readonly at: number; readonly title: string; readonly places: number }>()
    for (const [at, { values }] of rows.entries()) {
      const row = new Map(values)
      const [code, called] = [String(row.get('code') ?? ''), String(row.get('subject') ?? '')]
      const byCode = code === '' ? undefined : match(code)
      const subject = byCode === undefined || typeof byCode === 'string' ? match(called) : byCode
      const refuse = (field: string, message: string) =>
        plans.set(at, { effect: 'refused', title: called, faults: [{ field, message }] })
      if (typeof subject === 'string') refuse('subject', subject)
      else if (wanted.has(subject.subject)) refuse('subject', `“${subject.name}”已有一行；请只留一行`)
      else {
        const title = subject.name
        const before = given.get(subject.subject) ?? 0
        const written = row.get('places')
        const after = written === undefined ? before : Number(written)
        if (after === before) plans.set(at, { effect: 'same', title })
        wanted.set(subject.subject, { at, title, places: after })
      }
    }
    const changing = new Map([...wanted].filter(([code, { places }]) => places !== (given.get(code) ?? 0)))
    const all = (): Places =>
      [...new Set([...given.keys(), ...changing.keys()])].map((code) => ({
        code,
        places: changing.get(code)?.places ?? given.get(code) ?? 0,
      }))
    const reason = reasonOf(defaults[PLACES_REASON] ?? `按名额分配表导入：${round.name}`)
    for (;;) {
      if (changing.size === 0) break
      const whole = all()
      const fault = faultOf(whole, reason)
      if (fault === undefined) break
      // One county’s own fault leaves the others; a sum that is too high is everybody’s.
      const at = /^\/\w+\/(\d+)\//.exec(fault.pointer ?? '')?.[1]
      const code = at === undefined ? undefined : whole[Number(at)]?.code
      const own = code === undefined ? undefined : changing.get(code)
      const refused = code === undefined || own === undefined ? [...changing] : [[code, own] as const]
      for (const [each, { at: row, title }] of refused) {
        plans.set(row, { effect: 'refused', title, faults: [{ field: 'places', message: fault.detail }] })
        changing.delete(each)
      }
    }
    const step = stepOf(all(), reason)
    for (const [code, { at, title, places: after }] of changing)
      plans.set(at, {
        effect: given.has(code) ? 'changed' : 'new',
        title,
        changes: [
          {
            name: '名额',
            ...(given.has(code) ? { before: `${given.get(code)}个` } : {}),
            after: `${after}个`,
          },
        ],
        stage: 0,
        step,
      })
    return ok(rows.map((_, at): RowPlan<Step> => plans.get(at) ?? { effect: 'same', title: '' }))
  },

  apply: (context, step, { batchKey }) => give(context, step, step.places, step.version, step.reason, batchKey),

  putBack: async (context, step, applied, { batchKey, reason }) =>
    step.before === undefined
      ? err({
          code: 'transition-not-allowed',
          detail: '这是本轮第一次分配，没有先前的数可以退回；请在轮次页重新分配',
        })
      : give(context, step, step.before, applied.version, reasonOf(`撤回导入：${reason}`), batchKey),
})

/** On one line, as the operations take it. */
const reasonOf = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200)

function give(
  { carryOut }: Pick<CommandContext, 'carryOut'>,
  step: Step,
  all: Places,
  ifMatch: number,
  reason: string,
  idempotencyKey: string,
) {
  const params = { roundId: step.roundId }
  const mark = { idempotencyKey, ifMatch }
  if (step.act === 'distribute') {
    const counties = all.map(({ code, places: number }) => ({ code: CountyCode.parse(code), places: number }))
    return carryOut('distributePlaces', { params, query: {}, body: { counties, reason } }, mark)
  }
  const { name, closesOn } = step
  return carryOut('changeRound', { params, query: {}, body: { name, closesOn, quotas: all, reason } }, mark)
}

interface PlacesGiven {
  readonly round: Round
  /** What a row is called. */
  readonly kindName: string
  readonly below: readonly { readonly code: string; readonly name: string }[]
  readonly given: ReadonlyMap<string, number>
  readonly faultOf: (all: Places, reason: string) => Problem | undefined
  readonly stepOf: (all: Places, reason: string) => Step
}

async function findPlaces(context: QueryContext, target: string | undefined): Promise<Result<PlacesGiven, Problem>> {
  const id = RoundId.safeParse(target)
  if (!id.success) return err(notFound('round'))
  const found = await findRecord(context, 'round', id.data)
  if (!found.ok) return found
  const divisions = await context.divisions()
  const { state: round, version } = found.value
  return isOwn(context, round.id).ok
    ? ownPlaces(context, round, version, divisions)
    : cityPlaces(context, round, divisions)
}

async function ownPlaces(
  context: QueryContext,
  round: Round,
  version: number,
  divisions: DivisionTree,
): Promise<Result<PlacesGiven, Problem>> {
  const isOfProvince = namingLevel(round.id) === 'province'
  const { usedOf } = await usedPlaces(context.store, round)
  const given = new Map<string, number>(placesOfRound(round).map((each) => [each.code, each.places]))
  const today = beijingDate(context.now)
  const { name, closesOn } = round
  return ok({
    round,
    kindName: isOfProvince ? '市（州）' : '县（市、区）',
    below: isOfProvince
      ? divisions.cities
      : divisions.counties.filter(
          (county) => county.code.startsWith(namingCode(round.id)) && isCurrentCounty(county, today),
        ),
    given,
    faultOf: (all, reason) => {
      const decided = changeRound(round, { name, closesOn, quotas: all, reason }, usedOf, divisions, today, context.now)
      return decided.ok ? undefined : decided.error
    },
    stepOf: (all, reason) => ({
      act: 'set',
      roundId: round.id,
      version,
      places: all,
      before: [...given].map(([code, number]) => ({ code, places: number })),
      reason,
      name,
      closesOn,
    }),
  })
}

async function cityPlaces(
  { store, scope, now }: QueryContext,
  round: Round,
  divisions: DivisionTree,
): Promise<Result<PlacesGiven, Problem>> {
  if (scope.level !== 'city' || !round.quotas.some(({ city }) => city === scope.city))
    return err({ code: 'not-permitted', detail: '名额由开放该轮申报的单位给出，由得到名额的市（州）分配' })
  const { city } = scope
  const quota = (await store.get('quota', quotaId(round, `${city}00`)))?.state ?? { used: 0, counties: {} }
  const before = quota.given?.places
  const today = beijingDate(now)
  return ok({
    round,
    kindName: '县（市、区）',
    below: divisions.counties.filter((county) => cityCodeOf(county.code) === city && isCurrentCounty(county, today)),
    given: new Map(Object.entries(before ?? {})),
    faultOf: (all, reason) => {
      const decided = distributePlaces(round, city, quota, { counties: all, reason }, divisions, now)
      return decided.ok ? undefined : decided.error
    },
    stepOf: (all, reason) => ({
      act: 'distribute',
      roundId: round.id,
      version: quota.given?.number ?? 0,
      places: all,
      ...(before === undefined
        ? {}
        : { before: Object.entries(before).map(([code, number]) => ({ code, places: number })) }),
      reason,
    }),
  })
}
