import { type FieldSpec, fieldSpecOf, type SchemaLike } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import type { SchemeNames } from '../fields/schemeNames.ts'
import type { Selection } from './editorState.ts'

type Section = Extract<Selection, { kind: 'section' }>['section']

interface SectionPanelProps {
  readonly scheme: Scheme
  readonly section: Section
  readonly names: SchemeNames
  readonly editable: boolean
  readonly onChange: (scheme: Scheme) => void
}

const FIELDS = {
  basics: [
    'code',
    'name',
    'year',
    'cycle',
    'subjectKind',
    'definition',
    'source',
    'totals',
    'rounding',
    'ranking',
    'missing',
  ],
  groups: ['groups'],
  capGroups: ['capGroups'],
  vetoes: ['vetoes'],
  escalations: ['escalations'],
  grades: ['grades', 'quotas'],
  checks: ['checks'],
} as const satisfies Record<Section, readonly (keyof Scheme)[]>

/** Lists that a scheme may be without. */
const OPTIONAL = { checks: Scheme.shape.checks.unwrap(), escalations: Scheme.shape.escalations.unwrap() } as const
const isOptional = (name: keyof Scheme): name is keyof typeof OPTIONAL => Object.hasOwn(OPTIONAL, name)

function formOf(section: Section): Extract<FieldSpec, { kind: 'object' }> {
  const fields = FIELDS[section].map((name) => {
    const schema: SchemaLike = isOptional(name) ? OPTIONAL[name] : Scheme.shape[name]
    return { name, optional: isOptional(name), spec: fieldSpecOf(schema) }
  })
  return { kind: 'object', fields }
}

const FORMS = {
  basics: formOf('basics'),
  groups: formOf('groups'),
  capGroups: formOf('capGroups'),
  vetoes: formOf('vetoes'),
  escalations: formOf('escalations'),
  grades: formOf('grades'),
  checks: formOf('checks'),
} as const satisfies Record<Section, FieldSpec>

/** Everything of a scheme that is not a node: groups, limits, vetoes, grades, how figures must agree, and the basics. */
export function SectionPanel({ scheme, section, names, editable, onChange }: SectionPanelProps) {
  return (
    <section className="panel">
      <h2>{words.sections[section]}</h2>
      <FieldInput
        spec={FORMS[section]}
        value={scheme}
        name="scheme"
        names={names}
        disabled={!editable}
        // A draft may be unfinished; `readScheme` names what is missing before anything is worked out from it.
        onChange={(next) => onChange(next as Scheme)}
      />
    </section>
  )
}
