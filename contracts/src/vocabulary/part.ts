import type { z } from 'zod'

/** A side document of a record that is too large for its state: the name under which it lies beside the record, and its shape. */
export interface Part<C> {
  readonly name: string
  readonly content: z.ZodType<C>
}

/** A part with what is to be written into it. */
export interface FilledPart {
  readonly name: string
  readonly content: unknown
}

export const filled = <C>({ name }: Part<C>, content: C): FilledPart => ({ name, content })
