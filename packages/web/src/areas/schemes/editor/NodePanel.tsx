import { type FieldSpec, fieldSpecOf } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { BranchNode, LeafNode, type Scheme, type SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { clauseOf } from '@anjie/domain/scoring/index'
import { useMemo } from 'react'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import type { SchemeNames } from '../fields/schemeNames.ts'
import { TryIt } from './TryIt.tsx'
import '../../../ui/clause.css'

interface NodePanelProps {
  readonly scheme: Scheme
  /** The scheme without gaps, once there is one: only then can it be scored. */
  readonly sound: Scheme | undefined
  readonly node: SchemeNode
  readonly names: SchemeNames
  readonly editable: boolean
  readonly onChange: (node: SchemeNode) => void
}

const FIRST = ['code', 'name', 'points', 'weight', 'scoredBy', 'aggregation', 'definition', 'evidence']

/** The form of one schema object, split into the fields that one always sees and the rest. */
function pick(
  schema: typeof LeafNode | typeof BranchNode,
  wanted: (name: string) => boolean,
): Extract<FieldSpec, { kind: 'object' }> {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    if (name === 'kind' || name === 'children' || !wanted(name)) return []
    const optional = field._zod.def.type === 'optional'
    const inner = optional && 'innerType' in field._zod.def ? field._zod.def.innerType : field
    return [{ name, optional, spec: fieldSpecOf(inner) }]
  })
  return { kind: 'object', fields }
}

const FORMS = {
  leaf: {
    first: pick(LeafNode, (name) => FIRST.includes(name)),
    rule: fieldSpecOf(LeafNode.shape.scoring),
    more: pick(LeafNode, (name) => !FIRST.includes(name) && name !== 'scoring'),
  },
  branch: {
    first: pick(BranchNode, (name) => FIRST.includes(name)),
    more: pick(BranchNode, (name) => !FIRST.includes(name)),
  },
} as const

/** The chosen node: its fields, the rule as a form, the clause that it prints back as, and a row to try it out. */
export function NodePanel({ scheme, sound, node, names, editable, onChange }: NodePanelProps) {
  // A draft may be unfinished; `readScheme` names what is missing before anything is worked out from it.
  const put = (next: unknown) => onChange({ ...(next as SchemeNode), ...keptOf(node) } as SchemeNode)
  const clause = useMemo(() => clauseIn(scheme, node), [scheme, node])
  const forms = FORMS[node.kind]
  return (
    <div className="stack">
      <section className="panel">
        <h2>{node.name || words.unnamed}</h2>
        <FieldInput spec={forms.first} value={node} name="node" names={names} disabled={!editable} onChange={put} />
      </section>
      {node.kind === 'leaf' && (
        <section className="panel" data-field="scoring">
          <h2>{words.rule}</h2>
          <FieldInput
            spec={FORMS.leaf.rule}
            value={node.scoring}
            name="method"
            names={names}
            disabled={!editable}
            onChange={(scoring) => put({ ...node, scoring })}
          />
        </section>
      )}
      <section className="panel">
        <h2>{words.clause}</h2>
        <p className="clause" aria-live="polite" data-testid="clause">
          {clause ?? words.unfinished}
        </p>
      </section>
      {node.kind === 'leaf' && (
        <section className="panel">
          <h2>{words.tryIt}</h2>
          <TryIt key={node.code} scheme={sound} leaf={node} />
        </section>
      )}
      <section className="panel">
        <h2>{words.more}</h2>
        <FieldInput spec={forms.more} value={node} name="node" names={names} disabled={!editable} onChange={put} />
      </section>
    </div>
  )
}

/** What the form does not show and must not lose. */
const keptOf = (node: SchemeNode) =>
  node.kind === 'branch' ? { kind: node.kind, children: node.children } : { kind: node.kind }

function clauseIn(scheme: Scheme, node: SchemeNode): string | undefined {
  const whole =
    node.kind === 'leaf' ? LeafNode.safeParse(node) : BranchNode.safeParse({ ...node, children: [PLACEHOLDER] })
  return whole.success ? clauseOf(scheme, node) : undefined
}

/** Stands for the children while a heading's own fields are looked at. */
const PLACEHOLDER: LeafNode = {
  kind: 'leaf',
  code: '0',
  name: '0',
  scoredBy: '',
  evidence: [],
  scoring: { method: 'fixed_deduct', item: '0', points: '0' },
}
