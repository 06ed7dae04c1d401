/** What a machine client may call: so many at once, and then so many a second. A clerk's browser makes two calls a save. */
export const CALLS_AT_ONCE = 120
export const CALLS_A_SECOND = 10

/** What is left of it at an instant, in calls. */
export interface CallAllowance {
  readonly left: number
  readonly atMs: number
}

/** One call more, or the whole seconds until there may be one. An allowance fills up by itself, and never beyond its size. */
export function takeCall(
  before: CallAllowance | undefined,
  nowMs: number,
): { readonly next: CallAllowance } | { readonly waitSeconds: number } {
  const refilled =
    before === undefined ? CALLS_AT_ONCE : before.left + (Math.max(0, nowMs - before.atMs) / 1000) * CALLS_A_SECOND
  const left = Math.min(CALLS_AT_ONCE, refilled)
  return left >= 1
    ? { next: { left: left - 1, atMs: Math.max(nowMs, before?.atMs ?? nowMs) } }
    : { waitSeconds: Math.ceil((1 - left) / CALLS_A_SECOND) }
}
