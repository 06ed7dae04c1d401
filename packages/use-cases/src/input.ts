import type { Operation } from '@anjie/contracts/operations/operation'
import type { z } from 'zod'

/** What a use case is called with: the operation's parsed path, query and body. */
export type InputOf<O extends Operation> = {
  readonly params: z.output<O['params']>
  readonly query: z.output<O['query']>
  readonly body: z.output<O['body']>
}

/** What a query answers with, as the operation declares it. */
export type OutputOf<O extends Operation> = z.input<O['success']['body']>
