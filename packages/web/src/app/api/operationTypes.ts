import type { ContractOf, Operation } from './operations.ts'

type InputOf<Schema> = Schema extends { _zod: { input: infer I } } ? I : never
type OutputOf<Schema> = Schema extends { _zod: { output: infer O } } ? O : never

/** A part of the request: left out where the operation declares none, demanded where it does. */
type Part<Name extends string, Value> = string extends keyof Value
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]: Value }

/** Parameters, query and body of an operation as its contract takes them, and the version it is made from. */
export type CallInput<O extends Operation> = Part<'params', InputOf<ContractOf<O>['params']>> &
  Part<'query', InputOf<ContractOf<O>['query']>> &
  Part<'body', InputOf<ContractOf<O>['body']>> & {
    /** Version of the record that the person saw; required by operations with `ifMatch`. */
    readonly ifMatch?: number
  }

export type Answer<O extends Operation> = OutputOf<ContractOf<O>['success']['body']>
