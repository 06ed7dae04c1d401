import type { RowChange, StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, type Result } from '@anjie/kernel'
import { z } from 'zod'
import type { CommandContext, CommandOutcome, QueryContext } from '../../ports.ts'

type Values = StagedRow['values']

/** 表样 of a list, with what stands in it already: what its template is made from, and what the importer reads by. */
export interface ImportSheet {
  /** What a batch of it is about, in words. */
  readonly about: string
  readonly form: IntakeForm
  readonly rows: readonly { readonly values: Values; readonly lastYear?: Values }[]
  /** Fields whose cells are given and not to be changed. */
  readonly given: readonly string[]
  /** Fields for which whoever brings the file in may say one value for all rows that say nothing; `value`: what is offered. */
  readonly defaults: readonly { readonly field: string; readonly value?: string }[]
}

/** What one row will do. `title`: what it is about. */
export type RowPlan<Step> =
  | {
      readonly effect: 'new' | 'changed'
      readonly title: string
      /** In a word: `更名`. */
      readonly verb?: string
      readonly changes: readonly RowChange[]
      /** Rows of one stage are carried out at the same time, those of a later one after all before; taken back the other way round. */
      readonly stage: number
      /** What carrying it out needs: small, ids and values and the version that was seen. */
      readonly step: Step
    }
  | { readonly effect: 'same'; readonly title: string }
  | {
      readonly effect: 'refused'
      readonly title: string
      /** With the field at fault, where one is; each says what is wrong and what to do. */
      readonly faults: readonly { readonly field?: string; readonly message: string }[]
    }

export interface RowsToPlan {
  readonly target: string | undefined
  /** By field: what holds where a row says nothing. */
  readonly defaults: Readonly<Record<string, string>>
  readonly rows: readonly StagedRow[]
}

/** Of the call that carries a row out, the same however often the row is tried. */
export interface RowMark {
  readonly idempotencyKey: string
  /** The same for all rows of the batch: of a list whose rows are one decision, every row is a repeat of the first. */
  readonly batchKey: string
}

/** `told`: said this one time to whoever carries the row out, and kept nowhere. */
type Outcome = Result<CommandOutcome & { readonly told?: string }, Problem>

/**
 * 一种清单: how its file is read, what each row changes, and how a row is carried out and taken back. What is right stays with the
 * operations of the list: a row is carried out by `context.carryOut`, as if the person had typed it, and leaves that operation's own fact.
 */
interface Described<Step> {
  /** Its rows say who is concerned, as digests: they are deleted by a day. */
  readonly namesPersons?: true
  /** Its columns and what stands there. Refuses a target that the caller cannot fill now. */
  sheet(context: QueryContext, target: string | undefined): Promise<Result<ImportSheet, Problem>>
  readonly step: z.ZodType<Step>
  /** What each row will do, in their order; decided by the same rules as single changes. */
  plan(context: CommandContext, given: RowsToPlan): Promise<Result<readonly RowPlan<Step>[], Problem>>
  /** Takes a row back that left this version of this record; refused while something stands on it, in words that name what. */
  putBack(
    context: CommandContext,
    step: Step,
    applied: { readonly id: string; readonly version: number },
    mark: RowMark & { readonly reason: string },
  ): Promise<Outcome>
}

/** Each row is a call of its own. */
interface ListOfRows<Step> extends Described<Step> {
  apply(context: CommandContext, step: Step, mark: RowMark): Promise<Outcome>
}

/** Rows of one group go into one call, which answers each of them by itself. */
interface ListOfGroups<Step> extends Described<Step> {
  groupOf(step: Step): string
  apply(context: CommandContext, steps: readonly Step[], mark: RowMark): Promise<readonly Outcome[]>
}

/** A list as the table holds it: steps come out of storage, and are looked at before they are carried out. */
export interface ImportList extends Described<unknown> {
  /** Rows of one group are carried out by one call; a row without one by itself. */
  groupOf(step: unknown): string | undefined
  apply(context: CommandContext, steps: readonly unknown[], mark: RowMark): Promise<readonly Outcome[]>
}

const outdated: Problem = { code: 'import-refused', detail: '这一行是按以前的表样核对的，请重新导入' }

async function reading<Step, R>(
  { step: schema }: Pick<Described<Step>, 'step'>,
  step: unknown,
  then: (step: Step) => Promise<Result<R, Problem>>,
): Promise<Result<R, Problem>> {
  const parsed = schema.safeParse(step)
  return parsed.success ? then(parsed.data) : err(outdated)
}

export const importList = <Step>(list: ListOfRows<Step>): ImportList => ({
  ...list,
  groupOf: () => undefined,
  apply: (context, steps, mark) =>
    Promise.all(steps.map((step) => reading(list, step, (each) => list.apply(context, each, mark)))),
  putBack: (context, step, applied, mark) => reading(list, step, (each) => list.putBack(context, each, applied, mark)),
})

export const groupedImportList = <Step>(list: ListOfGroups<Step>): ImportList => ({
  ...list,
  groupOf: (step) => {
    const parsed = list.step.safeParse(step)
    return parsed.success ? list.groupOf(parsed.data) : undefined
  },
  apply: async (context, steps, mark) => {
    const parsed = z.array(list.step).safeParse(steps)
    return parsed.success ? list.apply(context, parsed.data, mark) : steps.map(() => err(outdated))
  },
  putBack: (context, step, applied, mark) => reading(list, step, (each) => list.putBack(context, each, applied, mark)),
})
