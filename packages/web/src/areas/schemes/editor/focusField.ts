const TAKES_INPUT = 'input, select, textarea, button'

/**
 * Puts the focus into the field that a finding speaks of, step by step as far as the form shows it: a list that has lost the
 * entry is itself where one goes on. Answers whether there was any.
 */
export function focusField(panel: HTMLElement, field: readonly string[]): boolean {
  let at: HTMLElement = panel
  for (const step of field) {
    const name = CSS.escape(step)
    const next = at.querySelector<HTMLElement>(`[data-field="${name}"], [data-entry="${name}"]`)
    if (next === null) break
    at = next
  }
  if (at === panel) return false
  const input = at.querySelector<HTMLElement>(TAKES_INPUT)
  at.scrollIntoView({ block: 'center' })
  input?.focus({ preventScroll: true })
  return input !== null
}
