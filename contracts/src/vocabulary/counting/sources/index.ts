import { z } from 'zod'
import { RegisterSource } from './register.ts'

/**
 * 取数来源, one file for each kind of ledger. Another one (disputes, rectifications, posts) is a file here and a line in both lists;
 * the compiler then names what else it needs: how it is called, how its rows are read, how its columns are known.
 */
export const CountSource = z.discriminatedUnion('kind', [RegisterSource])
export type CountSource = z.infer<typeof CountSource>
export type CountSourceKind = CountSource['kind']
export type CountSourceOf<K extends CountSourceKind> = Extract<CountSource, { kind: K }>

export const COUNT_SOURCE_NAMES = { register: '台账' } as const satisfies Record<CountSourceKind, string>
