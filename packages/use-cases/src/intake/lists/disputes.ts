import { saveDisputeEntry } from '@anjie/contracts/operations/disputes'
import {
  DisputeId,
  type DisputeOrigin,
  DisputeStatement,
  PartyDigestsGiven,
  type StatementPersons,
} from '@anjie/contracts/vocabulary/disputes/dispute'
import type { SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { DISPUTE_COLUMNS, headingsAs } from '@anjie/domain/disputes/disputeColumns'
import { changedFields, changedWords, PERSONS_WORD, shownField } from '@anjie/domain/disputes/disputeSteps'
import { readEntry, readySystem } from '@anjie/domain/disputes/readEntry'
import { writtenPlace } from '@anjie/domain/disputes/readPlace'
import { disputeForm, fieldOfHeading } from '@anjie/domain/intake/disputeForm'
import { err, hidePersonalNumbers, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { keepingCounty } from '../../disputes/keepingCounty.ts'
import { homeOf, whereTheyStand } from '../../disputes/standingDispute.ts'
import { NOBODY, namesOthers, personsOf } from '../../disputes/statementPersons.ts'
import { systemsInUse } from '../../disputes/systemsInUse.ts'
import type { CommandContext, QueryContext } from '../../ports.ts'
import { importList, type RowPlan } from './importList.ts'

const Given = saveDisputeEntry.body
const Step = z.object({
  entry: Given,
  /** What this number said before; without it the dispute is new. */
  before: Given.optional(),
  version: z.int().optional(),
})
type Step = z.infer<typeof Step>
const Digests = z.array(PartyDigestsGiven)
const Numbers = z.array(z.string())

/** 某系统的导出: each row is what that system says of one dispute. The same file again changes nothing, a corrected one what it says anew. */
export const disputes = importList<Step>({
  namesPersons: true,
  step: Step,

  sheet: async (context, target) => {
    const found = await findSystem(context, target)
    if (!found.ok) return found
    const form = disputeForm(found.value)
    return ok({ about: found.value.name, form, rows: [], given: [], defaults: [] })
  },

  plan: async (context, { target, rows }) => {
    const found = await findSystem(context, target)
    if (!found.ok) return found
    const county = keepingCounty(context)
    if (!county.ok) return county
    const mapping = found.value
    const read = rows.map((row) =>
      readRow(mapping, row, context.now, (statement) => homeOf(county.value, statement, context.digest)),
    )
    const homes = read.flatMap(({ origin }) => origin?.home ?? [])
    const [standing, named] = await Promise.all([
      whereTheyStand(context.store, homes),
      personsOf(context.store, homes, context.now),
    ])
    return ok(
      read.map(({ origin, persons, title, faults }): RowPlan<Step> => {
        if (origin === undefined || faults.length > 0) return { effect: 'refused', title, faults }
        const there = standing.get(origin.home)
        const before = there?.state.origins.find(({ home }) => home === origin.home)
        const fields = before === undefined ? [] : changedFields(before, origin)
        const personsBefore = named.get(origin.home)
        const othersNamed = before !== undefined && namesOthers(personsBefore, origin, persons, context.now)
        if (before !== undefined && fields.length === 0 && !othersNamed) return { effect: 'same', title }
        const step = {
          entry: bodyOf(origin, persons),
          ...(before === undefined ? {} : { before: bodyOf(before, personsBefore) }),
          ...(there === undefined ? {} : { version: there.version }),
        }
        if (before === undefined)
          return {
            effect: 'new',
            title,
            changes: (['receivedOn', 'township', 'village', 'kind', 'outcomes'] as const).flatMap((field) => {
              const after = shownField(origin, field)
              const [name = ''] = changedWords([field])
              return after === '' ? [] : [{ name, after }]
            }),
            stage: 0,
            step,
          }
        return {
          effect: 'changed',
          title,
          changes: [
            ...fields.map((field) => ({
              name: changedWords([field])[0] ?? '',
              before: shownField(before, field),
              after: shownField(origin, field),
            })),
            ...(othersNamed ? [{ name: PERSONS_WORD, before: '（不显示）', after: '（不显示）' }] : []),
          ],
          stage: 0,
          step,
        }
      }),
    )
  },

  apply: (context, { entry }, { idempotencyKey }) =>
    context.carryOut('saveDisputeEntry', { params: {}, query: {}, body: entry }, { idempotencyKey }),

  putBack: async (context, { entry, before }, { id, version }, { idempotencyKey, reason }) => {
    if (before === undefined)
      return context.carryOut(
        'withdrawDisputeEntry',
        { params: { disputeId: DisputeId.parse(id) }, query: {}, body: { reason } },
        { idempotencyKey, ifMatch: version },
      )
    const words = await saysOtherwise(context, entry)
    return words.length > 0
      ? err({ code: 'import-refused', detail: `导入以后又更正过${words.join('、')}，保留` })
      : context.carryOut('saveDisputeEntry', { params: {}, query: {}, body: before }, { idempotencyKey })
  },
})

/** What the number says now otherwise than the row brought in, in words: somebody corrected it since. */
async function saysOtherwise(context: CommandContext, { digests: _digests, ...entry }: Step['entry']) {
  const county = keepingCounty(context)
  if (!county.ok) return []
  const home = homeOf(county.value, entry, context.digest)
  const now = (await whereTheyStand(context.store, [home])).get(home)?.state.origins.find((each) => each.home === home)
  if (now === undefined) return []
  const brought = { ...entry, summary: hidePersonalNumbers(entry.summary), home, since: now.since }
  return changedWords(changedFields(brought, now))
}

async function findSystem(context: QueryContext, target: string | undefined): Promise<Result<SystemMapping, Problem>> {
  const systems = await systemsInUse(context)
  const found = systems.find(({ mapping }) => mapping.system === target)
  return found === undefined ? err({ code: 'not-found', detail: '请选择是哪个系统的导出' }) : ok(found.mapping)
}

function bodyOf({ home: _home, since: _since, ...statement }: DisputeOrigin, persons = NOBODY): Step['entry'] {
  return { ...statement, digests: persons }
}

interface RowRead {
  readonly title: string
  readonly origin?: DisputeOrigin
  readonly persons: StatementPersons
  readonly faults: readonly { readonly field?: string; readonly message: string }[]
}

/** The row by the mapping, with the digests that the importer made of whoever it names. */
function readRow(
  mapping: SystemMapping,
  { values }: StagedRow,
  now: string,
  home: (statement: DisputeStatement) => DisputeId,
): RowRead {
  const cells = new Map(values)
  const text = (field: string): string => {
    const value = cells.get(field)
    return typeof value === 'string' ? value : ''
  }
  const fieldOf = new Map(
    DISPUTE_COLUMNS.flatMap((column) =>
      headingsAs(mapping.columns, column).map((heading, at) => [heading, fieldOfHeading(column, at)] as const),
    ),
  )
  const listed = <T>(column: 'parties' | 'identityNumbers' | 'phones', schema: z.ZodType<T[]>): readonly T[] =>
    headingsAs(mapping.columns, column).flatMap((_, at) => {
      const cell = text(fieldOfHeading(column, at))
      return cell === '' ? [] : schema.parse(JSON.parse(cell))
    })
  const { parties: _parties, identityNumbers: _numbers, phones: _phones, ...columns } = mapping.columns
  const ready = readySystem({ ...mapping, columns })
  const cellOf = (heading: string | undefined): string => text(fieldOf.get(heading ?? '') ?? '')
  const { entry, faults } = readEntry(ready, 0, cellOf, (name) => name)
  const told = faults.map(({ column, reason }) => {
    const field = fieldOf.get(column)
    return { ...(field === undefined ? {} : { field }), message: reason }
  })
  const title = text(fieldOfHeading('caseNumber', 0))
  if (entry === undefined) return { title, persons: NOBODY, faults: told }
  const { line: _line, parties: _none, identities: _nobody, ...statement } = entry
  const parsed = DisputeStatement.safeParse({
    ...statement,
    ...writtenPlace(
      { township: cellOf(columns.township), village: cellOf(columns.village), address: cellOf(columns.address) },
      ready.places,
    ),
    summary: cellOf(columns.summary).slice(0, 1000),
    quotedNumbers: statement.quotedNumbers.slice(0, 20),
  })
  if (!parsed.success)
    return {
      title,
      persons: NOBODY,
      faults: [{ message: parsed.error.issues[0]?.message ?? '这一行写得太长，请精简后再导入' }],
    }
  return {
    title,
    faults: told,
    origin: {
      ...parsed.data,
      home: home(parsed.data),
      since: now,
    },
    persons: {
      parties: listed('parties', Digests).slice(0, 16),
      identities: [...listed('identityNumbers', Numbers), ...listed('phones', Numbers)].slice(0, 32),
    },
  }
}
