import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import type { Sender } from './objections/sendObjection.ts'
import type { PublicReader } from './publicReader.ts'

export interface PublicSiteOptions {
  readonly reader: PublicReader
  /** Where the site is to be found for good, without a slash at its end; canonical addresses begin with it. */
  readonly publicOrigin: string
  /** The current instant, ISO 8601 in UTC. */
  readonly now: () => string
  /** Instead of the calendar that the province reckons by. */
  readonly calendar?: WorkingCalendar
  /** Where objections go; a site without one takes none. */
  readonly sender?: Sender
  /** Told of every answered request; gets no query, because people search for names. */
  readonly onAnswered?: (answer: { route: string; status: number; milliseconds: number; correlationId: string }) => void
  readonly onFailure?: (error: unknown, correlationId: string) => void
}

export interface SiteEnvironment {
  Bindings: { requestContext?: { requestId?: string; address?: string } }
  Variables: { correlationId: string }
}
