import type { ReadRow } from '../tables/readTable.ts'

/** Where a field of the scheme stands in the workbook. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: string
  /** Name of the column or field; empty for a whole row or sheet. */
  readonly header: string
}

const NOWHERE: Place = { sheet: '', row: 0, column: '', header: '' }

/** From JSON pointers of the scheme to cells of the workbook, so that what is wrong with a field is said of its cell. */
export class Places {
  readonly #places = new Map<string, Place>()

  sheet(pointer: string, sheet: string): void {
    this.#places.set(pointer, { sheet, row: 0, column: '', header: '' })
  }

  field(pointer: string, place: Place): void {
    this.#places.set(pointer, place)
  }

  row(pointer: string, sheet: string, { row, places }: ReadRow): void {
    this.#places.set(pointer, { sheet, row, column: '', header: '' })
    for (const [field, { letters, header }] of places)
      this.#places.set(`${pointer}${field}`, { sheet, row, column: letters, header })
  }

  /** The cell of the field, or the nearest that holds it. */
  find(pointer: string): { readonly exact: boolean; readonly place: Place } {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = this.#places.get(at)
      if (place !== undefined) return { exact: at === pointer, place }
    }
    return { exact: false, place: NOWHERE }
  }
}
