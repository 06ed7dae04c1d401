/** Time is given, never taken: production passes the system clock, tests and the clock function pass what they need. */
export interface Clock {
  /** The current instant as ISO 8601 in UTC with milliseconds: `2026-03-02T01:00:00.000Z`. */
  readonly now: () => string
}

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** The calendar day in Beijing (UTC+8, no summer time since 1991) on which an instant falls, as `YYYY-MM-DD`. */
export function beijingDay(instant: string): string {
  return new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/**
 * At which instant a function that wakes by itself stands. A schedule's event, or anything else, is the present; `{ "now": … }` sets it
 * and is believed in the local stage only, so that no caller can end a real notice early.
 */
export function instantOf(event: unknown, stage: string | undefined, present: () => string): string {
  if (typeof event !== 'object' || event === null || !('now' in event)) return present()
  if (stage !== 'local') throw new Error('time is given in the local stage only')
  return givenInstant(event.now)
}

/** An instant that a test sets the clock to; anything that is none throws. */
export function givenInstant(given: unknown): string {
  if (typeof given === 'string' && INSTANT.test(given) && !Number.isNaN(Date.parse(given))) return given
  throw new Error('now is an instant like 2026-12-08T16:00:01.000Z')
}
