interface KeyLike {
  readonly key: string
  readonly keyCode?: number
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number }
  readonly isComposing?: boolean
}

/**
 * Whether a key belongs to an input method that is still composing: its Enter picks a candidate and must not act.
 * Some systems clear the flag before the Enter arrives; then only the old key code 229 tells.
 */
export function isComposing(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event
  return native.isComposing === true || native.keyCode === 229 || event.keyCode === 229
}
