import type { Role } from '@anjie/contracts/vocabulary/access/people'
import type { Transition } from '../workflow/transition.ts'

/** Who acts for the target: its unit's own post, or its county's. */
export const AT_TARGET = ['unit-reporter', 'county-reporter', 'county-admin'] as const

/** A step that the target takes, by either post of its county or by the unit's own. */
export const targetTransitions = <A extends string, S extends string, G extends string>(
  from: S,
  action: A,
  to: S,
  guards: readonly G[],
  changes: readonly Role[],
): readonly Transition<A, S, G>[] =>
  (['county-reporter', 'county-admin'] as const).map((role) => ({
    from,
    action,
    to: [to],
    level: 'county',
    role,
    alsoUnit: true,
    guards,
    changes,
    tells: [],
  }))
