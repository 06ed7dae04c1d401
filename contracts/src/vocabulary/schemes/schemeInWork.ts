import { z } from 'zod'
import type { Scheme } from './scheme.ts'

const named = z.looseObject({ code: z.string(), name: z.string() })

interface DraftNode {
  readonly kind: 'branch' | 'leaf'
  readonly code: string
  readonly name: string
}
const draftNode: z.ZodType<DraftNode> = z.lazy(() =>
  z.union([
    named.extend({ kind: z.literal('branch'), children: z.array(draftNode) }),
    named.extend({ kind: z.literal('leaf'), evidence: z.array(z.string()), scoring: z.looseObject({}) }),
  ]),
)

/** What the editor walks over in a scheme that is not finished: every list is there, and everything in one has a name and a code. */
const SchemeInWork = z.looseObject({
  format: z.literal('anjie-scheme/1'),
  code: z.string(),
  name: z.string(),
  items: z.array(named),
  root: draftNode,
  groups: z.array(named.extend({ overrides: z.array(z.looseObject({})) })),
  capGroups: z.array(named),
  vetoes: z.array(named),
  escalations: z.array(named).optional(),
  grades: z.array(named),
  quotas: z.array(z.looseObject({})),
})

/** Whether it can be worked on; whether it is whole is what `assessDraft` says at every step. */
export const isSchemeInWork = (kept: unknown): kept is Scheme => SchemeInWork.safeParse(kept).success
