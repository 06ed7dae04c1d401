import type { Form } from '@anjie/domain/submissions/form'

/** A form as an answer says it: each item once, cells by its code. */
export function formShown({ period, cells, items, checks }: Form) {
  // A form may take an item more narrowly than the scheme says: what is counted is never below nothing.
  const taken = new Map(cells.map(({ item }) => [item.code, item]))
  return {
    items: items.map((item) => taken.get(item.code) ?? item),
    form: {
      period,
      cells: cells.map((cell) => ({ item: cell.item.code, period: cell.period, required: cell.required })),
      checks: [...checks],
    },
  }
}
