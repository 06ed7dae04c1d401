import type { AnyFact } from './readFact.ts'
import type { Write } from './write.ts'

/** One view of the facts. Pure: the same fact gives the same writes, whatever came before. */
export type Projection = (fact: AnyFact) => readonly Write[]
