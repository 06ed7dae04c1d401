import { dayText } from '@anjie/calendar-cn/plainDays'
import type { RowChange } from '@anjie/contracts/vocabulary/intake/importBatch'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { type DutyPost, type HolderContent, PostBasis } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { DutyPostSheetStep } from '@anjie/contracts/vocabulary/posts/dutyPostSheet'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, type Result } from '@anjie/kernel'
import { amendHolding } from '../posts/amendHolding.ts'
import type { DutyPostStep } from '../posts/dutyPostActions.ts'
import { endDutyPost } from '../posts/endDutyPost.ts'
import { fillDutyPost, isSamePerson } from '../posts/fillDutyPost.ts'
import { holderMark, SIDE_DUTY_NAMES } from '../posts/postNames.ts'
import { type PostSetUp, setUpDutyPost } from '../posts/setUpDutyPost.ts'
import { holderOf } from '../posts/vacancies.ts'
import { vacateDutyPost } from '../posts/vacateDutyPost.ts'
import type { DutyPostRow } from './dutyPostRow.ts'

export const SHEET_VERBS = { 'set-up': '设岗', fill: '任职', amend: '更正', vacate: '离任', end: '撤岗' } as const

interface Seen {
  readonly state: DutyPost
  readonly version: number
}

interface Fault {
  readonly field: string
  readonly message: string
}

/** What a row asks for, by what stands there; undefined where it says what is so already. */
export function sheetStep(
  row: DutyPostRow,
  unit: Unit,
  there: Seen | undefined,
  defaults: Readonly<Record<string, string>>,
  today: PlainDate,
): DutyPostSheetStep | Fault | undefined {
  const { change, holder, reason } = row
  const from = row.from ?? PlainDate.safeParse(defaults['from']).data ?? today
  const why = reason ?? defaults['reason'] ?? ''
  if (there === undefined || there.state.status === 'ended') {
    if (change === undefined) return settingUp(row, unit, from, row.basis ?? defaults['basis'] ?? '')
    return there === undefined ? { field: 'change', message: '这个岗位没有设过，不能登记变动' } : undefined
  }
  const { state, version } = there
  const at = { postId: state.id, version }
  const current = holderOf(state)
  if (change !== undefined) {
    if (change === 'vacate' && current === undefined) return undefined
    if (why.length < 2) return { field: 'reason', message: '没有写变动原因；请在表里或导入时写上' }
    return { act: change, ...at, on: row.on ?? PlainDate.safeParse(defaults['on']).data ?? today, reason: why }
  }
  if (holder === undefined) return undefined
  if (current === undefined) return { act: 'fill', ...at, holder: { ...holder, from } }
  if (!isSamePerson(current, holder))
    return { act: 'fill', ...at, holder: { ...holder, from }, reason: why.length < 2 ? '人员调整' : why }
  if (saidOf(current) === saidOf(holder)) return undefined
  const { membershipId } = current
  return { act: 'amend', ...at, holder: { ...holder, ...(membershipId === undefined ? {} : { membershipId }) } }
}

function settingUp(
  { kind, holder, cadres }: DutyPostRow,
  unit: Unit,
  from: PlainDate,
  written: string,
): DutyPostSheetStep | Fault {
  const basis = PostBasis.safeParse(written)
  if (!basis.success) return { field: 'basis', message: '没有写设岗依据；请在表里或导入时写上' }
  return {
    act: 'set-up',
    post: {
      kind,
      unitId: unit.id,
      from,
      basis: basis.data,
      ...(cadres === undefined ? {} : { cadres }),
      ...(holder === undefined ? {} : { holder: { ...holder, from } }),
    },
  }
}

/** The step as it will be decided, by the same rules as by hand. */
export function decidedStep(
  step: DutyPostSheetStep,
  there: DutyPost | undefined,
  given: Pick<PostSetUp, 'id' | 'unit' | 'isPiloted' | 'today' | 'now'>,
): Result<DutyPostStep, Problem> {
  const { today, now } = given
  if (step.act === 'set-up') return setUpDutyPost(step.post, { ...given, there, personId: undefined })
  if (there === undefined) return err({ code: 'not-found', detail: '没有找到这个岗位' })
  switch (step.act) {
    case 'fill':
      return fillDutyPost(there, step.holder, { personId: undefined, reason: step.reason, today, now })
    case 'amend':
      return amendHolding(there, step.holder, { personId: holderOf(there)?.personId, now })
    case 'vacate':
      return vacateDutyPost(there, { on: step.on, reason: step.reason, today, now })
    case 'end':
      return endDutyPost(there, { on: step.on, reason: step.reason, today, now })
  }
}

const FIELDS: ReadonlySet<string> = new Set(['name', 'deputy', 'cadre', 'from', 'on', 'basis', 'reason'])

/** The column at fault. */
export function sheetFault({ pointer = '' }: Problem): string {
  const last = pointer.slice(pointer.lastIndexOf('/') + 1)
  return FIELDS.has(last) ? last : 'township'
}

const saidOf = ({ deputy, cadre, besides }: HolderContent): string =>
  [String(deputy ?? ''), cadre ?? '', [...besides].sort().join()].join('\n')

const holderWords = (post: DutyPost | undefined): string | undefined => {
  const holder = post === undefined ? undefined : holderOf(post)
  if (holder === undefined) return undefined
  const marks = [holderMark(holder), ...holder.besides.map((duty) => `兼${SIDE_DUTY_NAMES[duty]}`)]
  const said = marks.filter((mark) => mark !== undefined).join('，')
  return said === '' ? holder.name : `${holder.name}（${said}）`
}

const termWords = (post: DutyPost | undefined): string | undefined => {
  const term = post?.terms.at(-1)
  if (term === undefined) return undefined
  return term.to === undefined ? `${dayText(term.from)}起` : `${dayText(term.from)}至${dayText(term.to)}`
}

/** What a row changes, field by field. */
export function sheetChanges(before: DutyPost | undefined, after: DutyPost): readonly RowChange[] {
  const changed = (name: string, was: string | undefined, is: string | undefined): RowChange[] =>
    was === is
      ? []
      : [{ name, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }]
  return [
    ...changed('设岗', termWords(before), termWords(after)),
    ...changed('任职人', holderWords(before), holderWords(after)),
  ]
}
