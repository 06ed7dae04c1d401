import { dayText } from '@anjie/calendar-cn/plainDays'
import type { DisputeEntry, OutcomeMark } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { DisputeKind, disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import {
  type DisputeColumns,
  type Outcome,
  outcomeNames,
  outcomes,
  type SystemMapping,
} from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { numberKey, numbersInCell, numbersInText } from './caseNumbers.ts'
import { comparingKey } from './comparingKey.ts'
import { identityDigests, type KeyedDigest, partyDigests } from './partyDigests.ts'
import { readDay } from './readDay.ts'
import { readPlace } from './readPlace.ts'

/** What a row says that could not be taken, by the heading that the file has. */
export interface EntryFault {
  readonly column: string
  readonly reason: string
}

export interface ReadEntry {
  /** Absent when the row as a whole could not be taken. */
  readonly entry?: DisputeEntry
  readonly faults: readonly EntryFault[]
}

/** The content of a row under a heading; empty where the file has no such cell. */
export type CellOf = (heading: string) => string

/** A system's mapping, its tables looked up by comparing keys. */
export interface ReadySystem {
  readonly mapping: SystemMapping
  readonly kinds: ReadonlyMap<string, DisputeKind>
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>
  readonly places: ReadonlyMap<string, string>
}

const COMMON_KINDS = new Map<string, DisputeKind>(
  Object.entries(disputeKindNames).flatMap(([code, name]) => {
    const kind = DisputeKind.parse(code)
    return [code, name, `${name}纠纷`, `${code}${name}`].map((word) => [comparingKey(word), kind] as const)
  }),
)

export const readySystem = (mapping: SystemMapping): ReadySystem => ({
  mapping,
  kinds: new Map(Object.entries(mapping.kinds).map(([word, kind]) => [comparingKey(word), kind])),
  outcomes: new Map(Object.entries(mapping.outcomes).map(([word, said]) => [comparingKey(word), said])),
  places: new Map(Object.entries(mapping.places).map(([word, place]) => [comparingKey(word), place])),
})

const dayColumns = {
  agreed: 'agreedOn',
  performed: 'performedOn',
  closed: 'closedOn',
  settled: 'settledOn',
} as const satisfies Record<Outcome, keyof DisputeColumns>

/** Cells that say that there is nothing. */
const NOTHING: ReadonlySet<string> = new Set(['', '无', '-', '—', '/', 'null', '不详', '未知', '暂无'])
const SUM = /^\s*(?:合计|总计|小计|共计|说明|备注|注[:：]|制表|填表)/u

/**
 * A row of an export in the common words (issue "four mediation systems, one record"). A day that cannot be read, or a word that the
 * mapping does not know, is told and left out of the entry. A row without its number has its line alone; without a day, a party and a
 * word of the matter besides it is no dispute but a sum or a remark, and is left out whole.
 */
export function readEntry(system: ReadySystem, line: number, cellOf: CellOf, digest: KeyedDigest): ReadEntry {
  const { columns } = system.mapping
  const faults: EntryFault[] = []
  const one = (heading: string | undefined): string => (heading === undefined ? '' : cellOf(heading).trim())
  const many = (headings: readonly string[] | undefined): readonly string[] => (headings ?? []).map(one)
  const day = (heading: string | undefined) => {
    const read = readDay(one(heading))
    if (read !== undefined) return read
    faults.push({ column: heading ?? '', reason: '不是日期，请写成“年-月-日”' })
    return null
  }
  const caseNumber = one(columns.caseNumber)
  const receivedOn = day(columns.receivedOn)
  const persons = many(columns.parties).filter((cell) => !NOTHING.has(comparingKey(cell)))
  const hasNumber = numberKey(caseNumber) !== '' && !SUM.test(caseNumber)
  if (!hasNumber && receivedOn === null && persons.length === 0 && one(columns.summary) === '')
    return {
      faults: [{ column: columns.caseNumber, reason: '不是一起纠纷（没有编号、受理日、当事人和案情），本行没有读入' }],
    }
  if (!hasNumber) faults.push({ column: columns.caseNumber, reason: '没有编号，只能按行比对；请补上编号' })
  const kindWord = one(columns.kind)
  const kind =
    kindWord === '' ? null : (system.kinds.get(comparingKey(kindWord)) ?? COMMON_KINDS.get(comparingKey(kindWord)))
  if (kind === undefined)
    faults.push({
      column: columns.kind ?? '',
      reason: `对照表里没有纠纷类型“${kindWord.slice(0, 20)}”，请在对照的“纠纷类型”里补上`,
    })
  const outcomeWord = one(columns.outcome)
  const said = outcomeWord === '' ? [] : system.outcomes.get(comparingKey(outcomeWord))
  if (said === undefined)
    faults.push({
      column: columns.outcome ?? '',
      reason: `对照表里没有办理结果“${outcomeWord.slice(0, 20)}”，请在对照的“办理结果”里补上`,
    })
  const mark = (outcome: Outcome): OutcomeMark => {
    const on = day(columns[dayColumns[outcome]])
    return { stated: on !== null || (said ?? []).includes(outcome), on }
  }
  const summary = one(columns.summary)
  const place = readPlace(
    { township: one(columns.township), village: one(columns.village), address: one(columns.address) },
    system.places,
  )
  const entry: DisputeEntry = {
    system: system.mapping.system,
    line,
    caseNumber,
    quotedNumbers: [...new Set([...many(columns.otherNumbers).flatMap(numbersInCell), ...numbersInText(summary)])],
    receivedOn,
    ...place,
    kind: kind ?? null,
    kindWord,
    summary: comparingKey(summary),
    organisation: comparingKey(one(columns.organisation)),
    amount: amountKey(one(columns.amount)),
    outcomeWord,
    outcomes: {
      agreed: mark('agreed'),
      performed: mark('performed'),
      closed: mark('closed'),
      settled: mark('settled'),
    },
    parties: persons.flatMap((cell) => partyDigests(cell, digest)),
    identities: [...many(columns.identityNumbers), ...many(columns.phones)].flatMap((cell) =>
      identityDigests(cell, digest),
    ),
  }
  return { entry, faults: [...faults, ...outOfOrder(entry, columns)] }
}

/** The same sum of money in one writing; nothing and zero say nothing. */
function amountKey(cell: string): string {
  const text = cell.normalize('NFKC').replace(/[,\s元¥￥]/gu, '')
  const tenThousands = /^(\d+(?:\.\d+)?)万$/.exec(text)?.[1]
  const amount = tenThousands === undefined ? Number(text) : Number(tenThousands) * 10_000
  return text !== '' && Number.isFinite(amount) && amount > 0 ? String(amount) : ''
}

/** A day of outcome before the day of receipt is a slip in one of the two: told, and both are kept. */
function outOfOrder(entry: DisputeEntry, columns: DisputeColumns): readonly EntryFault[] {
  const { receivedOn } = entry
  if (receivedOn === null) return []
  return outcomes.flatMap((outcome) => {
    const { on } = entry.outcomes[outcome]
    const column = columns[dayColumns[outcome]]
    if (on === null || column === undefined || on >= receivedOn) return []
    return [{ column, reason: `${outcomeNames[outcome]}日早于受理日 ${dayText(receivedOn)}，请核对` }]
  })
}
