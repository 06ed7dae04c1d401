import { DataItem, LeafNode, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { emptyOf, type FieldSpec, fieldSpecOf, switched } from '@anjie/web/areas/schemes/fields/fieldSpec'
import { choiceWords, fieldWords } from '@anjie/web/locales/zh-CN/rules'
import { describe, expect, test } from 'vitest'

const { root: _root, format: _format, ...parts } = Scheme.shape
const { kind: _kind, ...leafParts } = LeafNode.shape
const SPECS: readonly (readonly [string, FieldSpec])[] = [...Object.entries(parts), ...Object.entries(leafParts)].map(
  ([name, schema]) => {
    const inner =
      schema._zod.def.type === 'optional' && 'innerType' in schema._zod.def ? schema._zod.def.innerType : schema
    return [name, fieldSpecOf(inner)] as const
  },
)

/** Every field name and every choice that a form can show. */
function walk(name: string, spec: FieldSpec, found: { fields: Set<string>; choices: Set<string> }): void {
  found.fields.add(name)
  switch (spec.kind) {
    case 'object':
      for (const field of spec.fields) if (field.spec.kind !== 'constant') walk(field.name, field.spec, found)
      return
    case 'list':
    case 'map':
      walk(name, spec.of, found)
      return
    case 'variants':
      for (const variant of spec.variants) {
        if (spec.tag !== 'method') found.choices.add(`${spec.tag}:${variant.tag}`)
        walk(name, variant.spec, found)
      }
      return
    case 'choice':
      for (const value of spec.values) found.choices.add(`${name}:${value}`)
      return
    default:
      return
  }
}

const found = { fields: new Set<string>(), choices: new Set<string>() }
for (const [name, spec] of SPECS) walk(name, spec, found)

describe('the forms made from the schemas', () => {
  test('have a Chinese name for every field', () => {
    expect([...found.fields].filter((name) => fieldWords[name] === undefined)).toEqual([])
  })

  test('have a Chinese word for every choice', () => {
    const missing = [...found.choices].filter((choice) => {
      const value = choice.slice(choice.indexOf(':') + 1)
      return choiceWords[choice] === undefined && choiceWords[value] === undefined
    })
    expect(missing).toEqual([])
  })

  test('know every scoring method, each with its own fields', () => {
    const spec = fieldSpecOf(ScoringMethod)
    expect(spec.kind === 'variants' ? spec.variants.map((variant) => variant.tag) : []).toHaveLength(
      ScoringMethod.options.length,
    )
  })

  test('start every method with a value of its shape: only what must be filled in is missing', () => {
    const spec = fieldSpecOf(ScoringMethod)
    if (spec.kind !== 'variants') throw new Error('not a union')
    for (const variant of spec.variants) {
      const value = emptyOf(variant.spec)
      const read = ScoringMethod.safeParse(value)
      const blanks = read.success ? [] : read.error.issues
      // Blank texts and numbers are to be filled in; a wrong type or a missing field would be a fault of the form.
      for (const issue of blanks) expect(issue.code).not.toBe('invalid_type')
      expect(value).toMatchObject({ method: variant.tag })
    }
  })

  test('keep what two methods have in common when one is changed for the other', () => {
    const spec = fieldSpecOf(ScoringMethod)
    if (spec.kind !== 'variants') throw new Error('not a union')
    const before = { method: 'min_max', item: 'AQG', better: 'lower', peers: 'all', whenConstant: 'half' }
    expect(switched(spec, before, 'percentile_rank')).toEqual({ ...before, method: 'percentile_rank' })
    expect(switched(spec, before, 'fixed_deduct')).toEqual({ method: 'fixed_deduct', item: 'AQG', points: '' })
  })

  test('begin a data item with blanks and first choices', () => {
    expect(emptyOf(fieldSpecOf(DataItem))).toMatchObject({ code: '', period: 'year', filledBy: 'subject' })
  })
})
