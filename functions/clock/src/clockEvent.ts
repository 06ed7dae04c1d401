import { givenInstant } from '@anjie/kernel'

/**
 * At which instant the clock stands. A schedule's event, or anything else, is the present; `{ "now": … }` sets the clock and is
 * believed in the local stage only, so that no caller can end a real notice early.
 */
export function instantOf(event: unknown, stage: string | undefined, present: () => string): string {
  if (typeof event !== 'object' || event === null || !('now' in event)) return present()
  if (stage !== 'local') throw new Error('time is given in the local stage only')
  return givenInstant(event.now)
}
