import { isComposing } from './composition.ts'

interface FieldLike {
  readonly tagName: string
  readonly type?: string
}
interface KeyInField {
  readonly key: string
  readonly keyCode?: number
  readonly target: EventTarget | FieldLike | null
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number }
}

const isField = (element: FieldLike): boolean =>
  element.tagName === 'SELECT' ||
  element.tagName === 'TEXTAREA' ||
  (element.tagName === 'INPUT' && element.type !== 'hidden' && element.type !== 'submit' && element.type !== 'button')

const fieldOf = (target: KeyInField['target']): FieldLike | undefined =>
  typeof target === 'object' && target !== null && 'tagName' in target ? (target as FieldLike) : undefined

/** Whether the browser may do with this key what it does: only Enter in one input of several fields would send a form unasked. */
export function submitsOnEnter(event: KeyInField, elements: Iterable<FieldLike> | ArrayLike<FieldLike>): boolean {
  const field = fieldOf(event.target)
  if (event.key !== 'Enter' || field?.tagName !== 'INPUT') return true
  return !isComposing(event) && Array.from(elements).filter(isField).length <= 1
}
