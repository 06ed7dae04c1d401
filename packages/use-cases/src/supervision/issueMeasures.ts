import type { issueMeasures as operation } from '@anjie/contracts/operations/supervision'
import { RectificationId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { issueMeasure } from '@anjie/domain/supervision/measureSteps'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command, CommandContext, CommandOutcome, Versioned } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import { barChange } from './barChange.ts'
import { MAX_TRIES } from './changeMeasure.ts'
import { type Tallied, tallyChanges } from './tallies.ts'

/** So many changes fit into one commit. */
const MOST_CHANGES = 48

/** 签发 of one draft or of several together: all of them are issued, or none. */
export const issueMeasures: Command<InputOf<typeof operation>> = async (context, { body }) => {
  for (let attempt = 1; ; attempt++) {
    const made = await issuing(context, body.measures)
    if (!made.ok) return made
    const written = await context.store.commit(made.value.changes, made.value.outcome)
    if (written.ok) return ok(made.value.outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}

type Asked = InputOf<typeof operation>['body']['measures']

async function issuing(
  context: CommandContext,
  asked: Asked,
): Promise<Result<{ readonly changes: readonly Change[]; readonly outcome: CommandOutcome }, Problem>> {
  const { store, member, now } = context
  const calendar = await workingCalendarOf(context)
  const found = await store.getMany(
    'measure',
    asked.map(({ id }) => id),
  )
  const changes: Change[] = []
  const tallied: Tallied[] = []
  const issued: Measure[] = []
  for (const { id, version } of new Map(asked.map((each) => [each.id, each])).values()) {
    const draft: Versioned<Measure> | undefined = found.get(id)
    if (draft === undefined) return err(notFound('measure'))
    const expected = checkVersion({ ifMatch: version }, draft.version)
    if (!expected.ok) return expected
    const rectificationIds = draft.state.problems.map(() =>
      RectificationId.parse(
        `${draft.state.unitId === undefined ? `${draft.state.county}.` : `${draft.state.unitId}-`}${context.newId()}`,
      ),
    )
    const step = issueMeasure(draft.state, { rectificationIds, calendar }, member, now)
    if (!step.ok) return step
    const { measure, rectifications } = step.value
    changes.push(
      { kind: 'measure', id, expectedVersion: version, ...measure },
      ...rectifications.map(
        (each): Change => ({
          kind: 'rectification',
          id: each.next.id,
          expectedVersion: 0,
          ...each,
        }),
      ),
    )
    const bars = await barChange(context, measure.next, 'issued')
    if (!bars.ok) return bars
    changes.push(...bars.value)
    issued.push(measure.next)
    tallied.push({
      of: measure.next,
      change: { level: measure.next.level, measure: { of: measure.next, by: 1 }, problems: rectifications.length },
    })
  }
  const numbers = await numbersUsed(context, issued)
  if (!numbers.ok) return numbers
  changes.push(...numbers.value, ...(await tallyChanges(store, tallied, now)))
  if (changes.length > MOST_CHANGES)
    return err({
      code: 'invalid-input',
      detail: `一次签发的措施和问题合计最多${MOST_CHANGES}项，请分批签发`,
      pointer: '/measures',
    })
  const [first] = issued
  return ok({ changes, outcome: { id: first?.id ?? '', version: (asked[0]?.version ?? 0) + 1, status: 'issued' } })
}

/** 文号: one paper of one act, on however many targets; no other act bears it. */
async function numbersUsed(
  { store }: CommandContext,
  issued: readonly Measure[],
): Promise<Result<readonly Change[], Problem>> {
  const acts = new Map<string, { readonly act: string; readonly number: string; readonly matter: string }>()
  const duplicate = (number: string): Problem => ({
    code: 'duplicate-document-number',
    detail: `文号“${number}”已经用过`,
    pointer: '/documentNumber',
  })
  for (const { issuer, documentNumber, act, matter } of issued) {
    if (documentNumber === undefined) continue
    const id = `${issuer}.${documentNumber}`
    const known = acts.get(id)
    if (known !== undefined && known.act !== act) return err(duplicate(documentNumber))
    acts.set(id, { act, number: documentNumber, matter })
  }
  const used = await store.getMany('document-number', [...acts.keys()])
  const changes: Change[] = []
  for (const [id, { act, number, matter }] of acts) {
    const before = used.get(id)
    if (before !== undefined && before.state.batchId !== act) return err(duplicate(number))
    if (before !== undefined) continue
    changes.push({
      kind: 'document-number',
      id,
      expectedVersion: 0,
      next: { batchId: act },
      fact: { type: 'DocumentNumberUsed', details: { documentNumber: number, batch: matter } },
    })
  }
  return ok(changes)
}
