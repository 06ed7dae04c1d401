const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/**
 * At which instant the clock stands. A schedule's event, or anything else, is the present; `{ "now": … }` sets the clock and is
 * believed in the local stage only, so that no caller can end a real notice early.
 */
export function instantOf(event: unknown, stage: string | undefined, present: () => string): string {
  if (typeof event !== 'object' || event === null || !('now' in event)) return present()
  if (stage !== 'local') throw new Error('time is given in the local stage only')
  const { now } = event
  if (typeof now !== 'string' || !INSTANT.test(now) || Number.isNaN(Date.parse(now))) {
    throw new Error('now is an instant like 2026-12-08T16:00:01.000Z')
  }
  return now
}
