import type { Operation } from '@anjie/contracts/operations/operation'
import type { z } from 'zod'
import type { Command, Joining, Query } from './ports.ts'

/** What a use case is called with: the operation's parsed path, query and body. */
export type InputOf<O extends Operation> = {
  readonly params: z.output<O['params']>
  readonly query: z.output<O['query']>
  readonly body: z.output<O['body']>
}

/** What a query answers with, as the operation declares it. */
export type OutputOf<O extends Operation> = z.input<O['success']['body']>

/** What serves an operation: a query for a GET, a command for everything else, and joining for whoever holds no post yet. */
export type UseCaseOf<O extends Operation> = O extends { readonly anyLogIn: true }
  ? Joining<InputOf<O>>
  : O['method'] extends 'GET'
    ? Query<InputOf<O>, OutputOf<O>>
    : Command<InputOf<O>>
