/** One cell of a form, by item and period; neither can contain the line break. */
export function cellKey(cell: { readonly item: string; readonly period: string }): string {
  return `${cell.item}\n${cell.period}`
}
