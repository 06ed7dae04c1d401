import type { DataItem, SchemeGroup } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Peers, Reference } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { type Decimal, plainText } from '@anjie/kernel'

/** Words of the scheme that clauses need: names and units of items, and the points at the place of use. */
export class ClauseWords {
  readonly points: Decimal | null
  /** Is the clause one of several in a composite item? */
  readonly isPart: boolean
  readonly #items: ReadonlyMap<string, DataItem>

  readonly #groups: readonly SchemeGroup[]

  constructor(
    items: ReadonlyMap<string, DataItem>,
    groups: readonly SchemeGroup[],
    points: Decimal | null,
    isPart = false,
  ) {
    this.#items = items
    this.#groups = groups
    this.points = points
    this.isPart = isPart
  }

  /** The same words for a part of the item with points of its own. */
  forPart(points: Decimal): ClauseWords {
    return new ClauseWords(this.#items, this.#groups, points, true)
  }

  item(code: string): string {
    return this.#items.get(code)?.name ?? `〔未定义：${code}〕`
  }

  group(code: string): string {
    return this.#groups.find((group) => group.code === code)?.name ?? code
  }

  unit(code: string): string {
    return this.#items.get(code)?.unit ?? ''
  }

  /** A figure with the item's unit: `96%`. */
  amount(code: string, value: string): string {
    return `${value}${this.unit(code)}`
  }

  /** `每起`, `每次`: the counting word of an item. */
  each(code: string): string {
    return `每${this.unit(code) === '' ? '次' : this.unit(code)}`
  }

  /** `1个百分点` for percentages, otherwise `1` and the unit. */
  onePoint(code: string): string {
    const unit = this.unit(code)
    return unit === '%' || unit === '百分比' ? '1个百分点' : `1${unit}`
  }

  /** `满分4分`, or the full mark of a tree of weights. */
  full(): string {
    return this.points === null ? '满分100分' : `满分${plainText(this.points)}分`
  }

  peers(peers: Peers): string {
    return peers === 'all' ? '全部考评对象' : '本组'
  }

  reference(reference: Reference): string {
    switch (reference.kind) {
      case 'constant':
        return `${reference.name}（${reference.value}）`
      case 'item':
        return this.item(reference.item)
      case 'peer-mean':
        return `${this.peers(reference.peers)}平均值`
      case 'peer-median':
        return `${this.peers(reference.peers)}中位数`
      case 'peer-best':
        return `${this.peers(reference.peers)}最优值`
      case 'peer-worst':
        return `${this.peers(reference.peers)}最差值`
      case 'peer-mean-last-year':
        return `上年度同期${this.peers(reference.peers)}平均值`
    }
  }
}
