import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { Peers } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'
import type { Cell, FiguresOfSubject, Subject } from './cell.ts'
import { DerivedItems } from './derivedItems.ts'
import { PeerColumn } from './peerColumn.ts'
import { containingPeriod, countWithin, isWithin, lengthOf, shiftYears } from './periods.ts'

const ZERO = new Decimal(0)

/** The figures of one subject, as the rules ask for them. Values are turned into decimals once, when they come in. */
export class SubjectFigures implements FiguresOfSubject {
  readonly subject: Subject
  /** Rank in the previous published table, through successor links; `null` when it had none. */
  readonly previousRank: Decimal | null
  readonly #owner: Figures
  /** By the item's place in the scheme. Most items have one figure, of the scored period; only the others need a list. */
  readonly #entered: (Cell | Cell[] | undefined)[] = []
  /** Figures of the scored period that had to be put together or derived. */
  readonly #worked = new Map<string, Cell>()
  /** The same of other periods, made when the first one is asked for. */
  #elsewhere: Map<string, Cell> | undefined

  constructor(owner: Figures, subject: Subject, previousRank: Decimal | null) {
    this.#owner = owner
    this.subject = subject
    this.previousRank = previousRank
  }

  /** The period that is being scored. */
  get period(): string {
    return this.#owner.period
  }

  keep(value: ItemValue): void {
    const place = this.#owner.placeOf(value.item)
    if (place === undefined) return
    const cell: Cell =
      value.status === 'reported' && value.value !== undefined
        ? {
            status: 'reported',
            value: new Decimal(value.value),
            period: value.period,
            assumed: false,
            text: value.value,
          }
        : {
            status: value.status === 'reported' ? 'invalid' : value.status,
            period: value.period,
            note: value.note ?? null,
          }
    const kept = this.#entered[place]
    if (kept === undefined) this.#entered[place] = cell
    else if (Array.isArray(kept)) kept.push(cell)
    else this.#entered[place] = [kept, cell]
  }

  /** The item's figure for the period that is being scored. */
  cell(item: string): Cell {
    const kept = this.#keptOf(item)
    // By far the most frequent case: one figure, of the scored period.
    if (kept !== undefined && !Array.isArray(kept) && kept.period === this.#owner.period) return kept
    const known = this.#worked.get(item)
    if (known !== undefined) return known
    const cell = this.#find(item, this.#owner.period)
    this.#worked.set(item, cell)
    return cell
  }

  /**
   * The item's figure for any period: as entered, put together from shorter periods, or derived by its formula. Memoised:
   * derived items that each ask for the one before, many times over, would otherwise multiply.
   */
  at(item: string, period: string): Cell {
    if (period === this.#owner.period) return this.cell(item)
    const kept = this.#keptOf(item)
    if (kept !== undefined && !Array.isArray(kept) && kept.period === period) return kept
    this.#elsewhere ??= new Map()
    const key = `${item}\n${period}`
    const known = this.#elsewhere.get(key)
    if (known !== undefined) return known
    const cell = this.#find(item, period)
    this.#elsewhere.set(key, cell)
    return cell
  }

  /** The item's figures for the shorter periods inside the scored one, earliest first; the whole period alone if there are none. */
  series(item: string): readonly Cell[] {
    const within = this.#cells(item).filter((cell) => isWithin(cell.period, this.period))
    if (within.length === 0) return [this.cell(item)]
    return within.toSorted((a, b) => byCode(a.period, b.period))
  }

  #find(item: string, period: string): Cell {
    const definition = this.#owner.item(item)
    if (definition.formula !== undefined) return this.#owner.derived.evaluate(this, definition, period)
    const cells = this.#cells(item)
    for (const cell of cells) if (cell.period === period) return cell
    const shorter = cells.filter((cell) => lengthOf(cell.period) === definition.period && isWithin(cell.period, period))
    if (shorter.length > 0) return combine(shorter, definition, period)
    const containing = containingPeriod(period, definition.period)
    if (containing !== null) for (const cell of cells) if (cell.period === containing) return cell
    return absent(definition, period)
  }

  #keptOf(item: string): Cell | Cell[] | undefined {
    const place = this.#owner.placeOf(item)
    return place === undefined ? undefined : this.#entered[place]
  }

  #cells(item: string): readonly Cell[] {
    const kept = this.#keptOf(item)
    return kept === undefined ? [] : Array.isArray(kept) ? kept : [kept]
  }
}

function absent(item: DataItem, period: string): Cell {
  return item.absentMeans === 'zero'
    ? { status: 'reported', value: ZERO, period, assumed: true }
    : { status: 'missing', period, note: null }
}

function combine(cells: readonly Cell[], item: DataItem, period: string): Cell {
  const invalid = cells.find((cell) => cell.status === 'invalid')
  if (invalid !== undefined) return { ...invalid, period }
  const reported = cells.filter((cell) => cell.status === 'reported').toSorted((a, b) => byCode(a.period, b.period))
  const last = reported.at(-1)
  if (last === undefined) {
    const missing = cells.find((cell) => cell.status === 'missing')
    return { status: missing === undefined ? 'not-applicable' : 'missing', period, note: null }
  }
  if (item.overTime === 'latest') return { status: 'reported', value: last.value, period, assumed: false }
  // A sum over eleven months is not the year's: unless no entry means zero, one month that is still owed leaves it open.
  const owed = countWithin(period, item.period) - cells.filter((cell) => cell.status !== 'missing').length
  if (item.overTime === 'sum' && item.absentMeans === 'missing' && owed > 0)
    return { status: 'missing', period, note: `尚缺${owed}期` }
  const sum = reported.reduce((total, cell) => total.plus(cell.value), ZERO)
  const value = item.overTime === 'sum' ? sum : sum.div(reported.length)
  return { status: 'reported', value, period, assumed: false }
}

/** A place where a rule compares: the group that is scored, and the indicator. */
export interface PeerPlace {
  readonly group: string
  readonly node: string
}

/** Whom the rules compare with, where a scheme leaves out who is not ranked. */
export interface PeerChoice {
  readonly isPeer: (subject: SubjectFigures) => boolean
  /** Groups that an indicator is not assessed in. */
  readonly withoutNode: (node: string) => readonly string[]
}

const EVERYBODY: PeerChoice = { isPeer: () => true, withoutNode: () => [] }

/** All figures of one cycle, by subject, with the peer columns that relative rules share. */
export class Figures {
  readonly period: string
  /** In the order of their codes, whatever order they came in. */
  readonly all: readonly SubjectFigures[]
  readonly derived: DerivedItems
  readonly #items: ReadonlyMap<string, DataItem>
  readonly #places: ReadonlyMap<string, number>
  readonly #bySubject = new Map<string, SubjectFigures>()
  readonly #byGroup = new Map<string, SubjectFigures[]>()
  readonly #columns = new Map<string, PeerColumn>()
  readonly #choice: PeerChoice
  readonly #peers = new Map<string, readonly SubjectFigures[]>()

  constructor(
    items: readonly DataItem[],
    subjects: readonly Subject[],
    values: readonly ItemValue[],
    period: string,
    previousRanks: ReadonlyMap<string, Decimal>,
    choice: PeerChoice = EVERYBODY,
  ) {
    this.period = period
    this.#choice = choice
    this.#items = new Map(items.map((item) => [item.code, item]))
    this.#places = new Map(items.flatMap(({ code, formula }, place) => (formula === undefined ? [[code, place]] : [])))
    this.derived = new DerivedItems(items)
    this.all = subjects
      .toSorted((a, b) => byCode(a.code, b.code))
      .map((subject) => new SubjectFigures(this, subject, previousRanks.get(subject.code) ?? null))
    for (const figures of this.all) {
      this.#bySubject.set(figures.subject.code, figures)
      const group = this.#byGroup.get(figures.subject.group)
      if (group === undefined) this.#byGroup.set(figures.subject.group, [figures])
      else group.push(figures)
    }
    // The figures of one subject mostly stand together.
    let of: SubjectFigures | undefined
    for (const value of values) {
      if (of?.subject.code !== value.subject) of = this.#bySubject.get(value.subject)
      of?.keep(value)
    }
  }

  item(code: string): DataItem {
    const item = this.#items.get(code)
    if (item === undefined) throw new Error(`data item ${code} is not in the scheme`)
    return item
  }

  /** Where the item stands in the scheme; undefined where it is none of the scheme's, or one that is derived and not filled. */
  placeOf(code: string): number | undefined {
    return this.#places.get(code)
  }

  group(code: string): readonly SubjectFigures[] {
    return this.#byGroup.get(code) ?? []
  }

  subject(code: string): SubjectFigures | undefined {
    return this.#bySubject.get(code)
  }

  /** With whom a rule compares at its place, in the order of their codes. */
  peers(peers: Peers, place: PeerPlace): readonly SubjectFigures[] {
    const key = this.#peersKey(peers, place)
    const known = this.#peers.get(key)
    if (known !== undefined) return known
    const members = (peers === 'all' ? this.all : this.group(place.group)).filter((member) =>
      this.isPeer(member, place.node),
    )
    this.#peers.set(key, members)
    return members
  }

  /** Does a subject count as a peer where this indicator is compared? */
  isPeer(subject: SubjectFigures, node: string): boolean {
    return this.#choice.isPeer(subject) && !this.#choice.withoutNode(node).includes(subject.subject.group)
  }

  #peersKey(peers: Peers, { group, node }: PeerPlace): string {
    return `${peers === 'all' ? '' : group}\n${this.#choice.withoutNode(node).join(' ')}`
  }

  /** Reported figures of one item over the peers; worked out once and shared by every rule that asks. */
  column(item: string, place: PeerPlace, peers: Peers, yearsBack = 0): PeerColumn {
    const key = `${this.#peersKey(peers, place)}\n${item}\n${yearsBack}`
    const known = this.#columns.get(key)
    if (known !== undefined) return known
    const period = yearsBack === 0 ? this.period : shiftYears(this.period, -yearsBack)
    const values: Decimal[] = []
    for (const member of this.peers(peers, place)) {
      const cell = yearsBack === 0 ? member.cell(item) : member.at(item, period)
      if (cell.status === 'reported') values.push(cell.value)
    }
    const column = new PeerColumn(values)
    this.#columns.set(key, column)
    return column
  }
}
