import type { CountCondition, CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { LedgerColumn, LedgerOutline } from '@anjie/contracts/vocabulary/counting/ledger'
import { COUNT_SOURCE_NAMES, type CountSource, sourceCode } from '@anjie/contracts/vocabulary/counting/sources/index'
import { DecimalText } from '@anjie/contracts/vocabulary/decimalText'
import type { DataItem, Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { PERIOD_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { hasOrder, isFigure } from '../counting/meets.ts'
import { SUBJECT_SOURCES } from './subjectSources.ts'

/** A ledger as its owner has defined it today. */
export interface LedgerDefinition extends LedgerOutline {
  /** Nobody fills it any more. */
  readonly isClosed: boolean
  /** Whose rows they are: each county's, those of its posts, or those of its units of these kinds. */
  readonly rowsOf: 'county' | 'posts' | readonly UnitKind[]
  readonly term: 'standing' | DataItem['period']
}

/** One text for each ledger, by which its definition and its reading are found. */
export const ledgerKey = (source: CountSource): string => `${source.kind} ${sourceCode(source)}`

const LENGTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/**
 * 取数检查: is every figure counted from a ledger that is there, has these columns, can be compared so, and is filled by who is
 * assessed? What the integrity check of the scheme alone cannot know.
 */
export function countedFindings(scheme: Scheme, ledgers: ReadonlyMap<string, LedgerDefinition>): readonly Finding[] {
  return countsOf(scheme).flatMap(({ item, countedFrom }) =>
    findingsOf(scheme, item, countedFrom, ledgers.get(ledgerKey(countedFrom.source))),
  )
}

/** Everything of a scheme that is counted from ledgers: figures that nobody types, and what typed ones are checked against. */
export function countsOf({
  items,
  checks = [],
}: Pick<Scheme, 'items' | 'checks'>): readonly { readonly item: DataItem; readonly countedFrom: CountedFrom }[] {
  const byCode = new Map<string, DataItem>(items.map((item) => [item.code, item]))
  return [
    ...items.flatMap((item) => (item.countedFrom === undefined ? [] : [{ item, countedFrom: item.countedFrom }])),
    ...checks.flatMap((check) => {
      const item = check.kind === 'ledger' ? byCode.get(check.item) : undefined
      return check.kind !== 'ledger' || item === undefined ? [] : [{ item, countedFrom: check.countedFrom }]
    }),
  ]
}

function findingsOf(
  scheme: Scheme,
  item: DataItem,
  from: CountedFrom,
  ledger: LedgerDefinition | undefined,
): Finding[] {
  const { source, period, figure } = from
  const kind = COUNT_SOURCE_NAMES[source.kind]
  const say = (severity: Finding['severity'], check: string, what: string): Finding => ({
    severity,
    check,
    node: item.code,
    message: `数据项“${item.name}”${what}`,
  })
  if (ledger === undefined)
    return [
      say(
        'error',
        'ledger-unknown',
        `取自${kind}“${source.name}”（${sourceCode(source)}），没有这个${kind}；请重新选择`,
      ),
    ]
  const named = `${kind}“${ledger.name}”`
  const columns = new Map(ledger.columns.map((column) => [column.code, column]))
  const unknown = (code: string, name: string): Finding =>
    say('error', 'ledger-column-unknown', `要用${named}的栏目“${name}”（${code}），该台账没有这一栏；请重新选择`)
  const findings: Finding[] = []
  if (ledger.name !== source.name)
    findings.push(say('warning', 'ledger-renamed', `写的是${kind}“${source.name}”，现名“${ledger.name}”；请重新选择`))
  if (ledger.isClosed)
    findings.push(say('error', 'ledger-closed', `取自${named}，该台账已停用，没有人再填；请改用别的来源`))
  if (!isFilledBySubject(scheme, ledger))
    findings.push(
      say(
        'error',
        'ledger-nobody-fills',
        `取自${named}，考评对象（${SUBJECT_KIND_NAMES[scheme.subjectKind]}）不填这个台账，永远取不到数；请换台账或改为填报`,
      ),
    )
  if (ledger.term !== 'standing' && LENGTHS[ledger.term] > LENGTHS[item.period])
    findings.push(
      say(
        'error',
        'ledger-term',
        `按${PERIOD_NAMES[item.period]}取数，${named}却按${PERIOD_NAMES[ledger.term]}登记；请改数据项的周期`,
      ),
    )
  if (period.kind === 'dated') {
    const column = columns.get(period.column)
    if (column === undefined) findings.push(unknown(period.column, period.name))
    else if (column.type !== 'date')
      findings.push(say('error', 'ledger-column-type', `按“${column.name}”定期间，它不是日期；请选一个日期栏目`))
  }
  if (figure.kind === 'sum') {
    const column = columns.get(figure.column)
    if (column === undefined) findings.push(unknown(figure.column, figure.name))
    else if (!isFigure(column.type))
      findings.push(
        say('error', 'ledger-column-type', `要合计“${column.name}”，它不是数；请选一个数字栏目，或改为计行数`),
      )
  }
  const conditions = [...from.where, ...(figure.kind === 'share' ? figure.of : [])]
  for (const condition of conditions) {
    const column = columns.get(condition.column)
    if (column === undefined) findings.push(unknown(condition.column, condition.name))
    else {
      const fault = conditionFault(condition, column)
      if (fault !== undefined) findings.push(say('error', 'ledger-condition', `的条件“${column.name}”${fault}`))
    }
  }
  return findings
}

/** Does who is assessed fill it? */
export function isFilledBySubject(
  { subjectKind }: Pick<Scheme, 'subjectKind'>,
  { rowsOf }: Pick<LedgerDefinition, 'rowsOf'>,
): boolean {
  const source = SUBJECT_SOURCES[subjectKind]
  if (source === null) return false
  // A county's figure is counted from its own rows, or from those of all its units.
  if (source.from === 'divisions') return source.level === 'county'
  if (source.from === 'duty-posts') return rowsOf === 'posts'
  return rowsOf !== 'county' && rowsOf !== 'posts' && rowsOf.includes(source.unitKind)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function conditionFault({ op, value }: CountCondition, column: LedgerColumn): string | undefined {
  if (op === 'filled' || op === 'blank') return value === undefined ? undefined : '只看填没填，不要再写值'
  if (value === undefined) return '没有写值'
  if (op !== '=' && op !== '!=' && !hasOrder(column.type)) return '只能比较是否相同，不能比大小'
  switch (column.type) {
    case 'integer':
    case 'decimal':
      return DecimalText.safeParse(value).success ? undefined : `要与数比较，写的是“${value}”`
    case 'date':
      return DAY.test(value) ? undefined : `要与日期比较（如2026-03-01），写的是“${value}”`
    case 'choice':
      return column.choices?.some(({ code }) => code === value) === true
        ? undefined
        : `没有选项“${value}”；请从选项中选`
    case 'yesNo':
      return value === 'yes' || value === 'no' ? undefined : '应为 yes（是）或 no（否）'
    case 'text':
    case 'place':
    case 'unit':
      return undefined
  }
}
