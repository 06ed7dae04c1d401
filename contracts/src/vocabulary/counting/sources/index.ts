import { z } from 'zod'
import { DisputesSource } from './disputes.ts'
import { DutyEventsSource } from './dutyEvents.ts'
import { DutyPostsSource } from './dutyPosts.ts'
import { DutyRoutineSource } from './dutyRoutine.ts'
import { RectificationsSource } from './rectifications.ts'
import { RegisterSource } from './register.ts'

/**
 * 取数来源, one file for each kind of ledger. Another one is a file here and a line in both lists;
 * the compiler then names what else it needs: how it is called, how its rows are read, how its columns are known.
 */
export const CountSource = z.discriminatedUnion('kind', [
  RegisterSource,
  RectificationsSource,
  DisputesSource,
  DutyRoutineSource,
  DutyEventsSource,
  DutyPostsSource,
])
export type CountSource = z.infer<typeof CountSource>
export type CountSourceKind = CountSource['kind']
export type CountSourceOf<K extends CountSourceKind> = Extract<CountSource, { kind: K }>

export const COUNT_SOURCE_NAMES = {
  register: '台账',
  rectifications: '督导台账',
  disputes: '纠纷台账',
  'duty-routine': '岗位日常清单',
  'duty-events': '岗位负面清单',
  'duty-posts': '岗位名册',
} as const satisfies Record<CountSourceKind, string>

export const COUNT_SOURCE_KINDS = Object.keys(COUNT_SOURCE_NAMES) as [CountSourceKind, ...CountSourceKind[]]

/** Which ledger of its kind it is; where there is one of a kind, the kind says it. */
export const sourceCode = (source: CountSource): string => (source.kind === 'register' ? source.register : source.kind)
