import type { CheckSeverity, DataItem, ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal, plainText } from '@anjie/kernel'
import type { Cell } from '../scoring/cell.ts'
import { Figures, type SubjectFigures } from '../scoring/figures.ts'
import {
  evaluateFormula,
  type FormulaValue,
  parseFormula,
  referenceKey,
  referencesOf,
} from '../scoring/formula/index.ts'
import { formulaNames } from '../scoring/formulaNames.ts'
import { lookUpFigures } from '../scoring/lookUpFigures.ts'
import { isWithin, shiftYears } from '../scoring/periods.ts'
import {
  type BelowSum,
  type Beside,
  type DerivedRate,
  decideRelation,
  deriveRate,
  type RelationFigures,
  relationFormulas,
} from '../scoring/relations/index.ts'
import { absurdFigure } from './absurdFigure.ts'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import type { Form } from './form.ts'
import { looksLikeFraction } from './looksLikeFraction.ts'
import { valueFault } from './valueFault.ts'

/** One remark beside the form: about a relation between figures, by its number in the form, or about one cell by itself. */
export type CheckFinding = {
  readonly severity: CheckSeverity
  readonly item: string | null
  readonly message: string
} & (
  | { readonly rule: 'relation'; readonly check: number; readonly mayExplain: boolean }
  | { readonly rule: 'cell'; readonly period: string }
)

/** 无法核对: a relation with an open figure. */
export interface UndecidedCheck {
  readonly check: number
  readonly item: string | null
  readonly message: string
}

export interface CrossCheckOutcome {
  readonly checks: readonly CheckFinding[]
  readonly undecided: readonly UndecidedCheck[]
  readonly derived: readonly DerivedRate[]
}

export type { DerivedRate } from '../scoring/relations/index.ts'

/** What lies around a form: figures of the same unit in earlier periods, and by the number of the check those of the level below, of ledgers and of other forms. */
export interface Surroundings {
  readonly past: readonly FormValue[]
  readonly below: ReadonlyMap<number, BelowSum>
  readonly beside: ReadonlyMap<number, Beside>
}

export const NOTHING_AROUND: Surroundings = { past: [], below: new Map(), beside: new Map() }

/** Does any relation of the form look at earlier periods, or at the level below? */
export const looksBack = ({ checks }: Pick<Form, 'checks'>): boolean =>
  checks.some((check) => check.kind === 'past-change' || check.kind === 'past-range' || comparesPeriods(check))
export const looksBelow = ({ checks }: Pick<Form, 'checks'>): boolean => checks.some(({ kind }) => kind === 'below-sum')

const comparesPeriods = (check: ItemCheck): boolean =>
  relationFormulas(check).some((text) => {
    const parsed = parseFormula(text)
    return parsed.ok && referencesOf(parsed.value).some(({ periodShift }) => periodShift !== 'current')
  })

/**
 * 勾稽核对: the relations that the scheme declares, and what looks wrong about single cells. Figures of shorter periods are put
 * together exactly as the scoring puts them together. A relation with an open figure is not decided.
 */
export function crossChecks(
  form: Form,
  values: readonly FormValue[],
  around: Surroundings = NOTHING_AROUND,
): CrossCheckOutcome {
  const figures = relationFigures(form, values, around)
  const checks: CheckFinding[] = []
  const undecided: UndecidedCheck[] = []
  const derived: DerivedRate[] = []
  form.checks.forEach((check, index) => {
    if (check.kind === 'rate') derived.push(deriveRate(check, figures))
    const outcome = decideRelation(check, figures)
    if (outcome === null || outcome.kind === 'holds') return
    const { item, message } = outcome
    if (outcome.kind === 'undecided') undecided.push({ check: index, item, message })
    else
      checks.push({
        severity: severityOf(check),
        item,
        message,
        rule: 'relation',
        check: index,
        mayExplain: mayExplain(check),
      })
  })
  const byCell = new Map(values.map((value) => [cellKey(value), value]))
  for (const cell of form.cells) {
    const value = byCell.get(cellKey({ item: cell.item.code, period: cell.period }))
    if (value !== undefined) checks.push(...checkCell(cell.item, value, cellName(cell.item, cell.period, form.period)))
  }
  return { checks, undecided, derived }
}

const severityOf = (check: ItemCheck): CheckSeverity => ('severity' in check ? check.severity : 'hint')

/** What only warns may always be explained; what bars the form, where its rule says so. */
const mayExplain = (check: ItemCheck): boolean =>
  'severity' in check && (check.severity !== 'error' || check.mayExplain === true)

/** The form's figures as relations ask for them, with what lies around it. */
export function relationFigures(
  form: Form,
  values: readonly FormValue[],
  around: Surroundings,
  survey: (item: string) => Cell | undefined = () => undefined,
): RelationFigures {
  const own = subjectFigures(form, values)
  // Earlier figures are looked up apart: a form of today never takes one of them for its own.
  let past: SubjectFigures | undefined
  const pastFigures = () => (past ??= subjectFigures(form, around.past))
  const items = new Map(form.items.map((item) => [item.code, item]))
  const names = formulaNames(form.items)
  const earlier = (item: string, period: string) => withoutAssumed(pastFigures().at(item, period))
  const isOwn = (period: string) =>
    period === form.period || isWithin(period, form.period) || isWithin(form.period, period)
  const lookUp = lookUpFigures(
    {
      subject: own.subject,
      period: form.period,
      cell: (item) => own.cell(item),
      at: (item, period) => (isOwn(period) ? own.at(item, period) : earlier(item, period)),
    },
    names,
    form.period,
  )
  return {
    period: form.period,
    cell: (item, yearsBack = 0) =>
      yearsBack === 0 ? own.cell(item) : earlier(item, shiftYears(form.period, -yearsBack)),
    name: (item) => items.get(item)?.name ?? item,
    code: (name) => names.get(referenceKey(name)) ?? null,
    unit: (item) => items.get(item)?.unit ?? '',
    formula: (text): FormulaValue => {
      const parsed = parseFormula(text)
      return parsed.ok
        ? evaluateFormula(parsed.value, lookUp)
        : { kind: 'invalid', reason: parsed.error[0]?.message ?? '算式有误' }
    },
    below: (check) => around.below.get(form.checks.indexOf(check)),
    beside: (check) => around.beside.get(form.checks.indexOf(check)),
    survey,
  }
}

/** That no entry means zero holds for a form that was handed in; of a year of which nothing is known it says nothing. */
const withoutAssumed = (cell: Cell): Cell =>
  cell.status === 'reported' && cell.assumed ? { status: 'missing', period: cell.period, note: null } : cell

function subjectFigures(form: Form, values: readonly FormValue[]): SubjectFigures {
  const subject = { code: 'form', name: '', group: '' }
  const figures = new Figures(
    form.items,
    [subject],
    values.map((value) => ({ ...value, subject: subject.code })),
    form.period,
    new Map(),
  ).subject(subject.code)
  if (figures === undefined) throw new Error('the only subject of a form has no figures')
  return figures
}

function checkCell(item: DataItem, value: FormValue, name: string): CheckFinding[] {
  const cell = { item: item.code, period: value.period, rule: 'cell' } as const
  const fault = valueFault(item, value)
  if (fault !== null) return [{ severity: 'error', message: fault, ...cell }]
  const absurd = value.status === 'reported' ? absurdFigure(item, value.value) : null
  if (absurd !== null) return [{ severity: 'warning', message: `${name}${absurd}`, ...cell }]
  if (value.status === 'reported' && looksLikeFraction(item.unit, value.value))
    return [
      {
        severity: 'hint',
        message: `${name}的单位是%，填写的是${value.value}；如果想填的是${plainText(new Decimal(value.value).times(100))}%，请改正`,
        ...cell,
      },
    ]
  return []
}
