import { emptyOf, type FieldSpec, fieldSpecOf, switched } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { choiceLabel, choiceWords, fieldLabel, fieldWords } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import { BranchNode, DataItem, LeafNode, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SCHEME_FIELD_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeFieldNames'
import { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import * as layout from '@anjie/documents/scheme/schemeLayout'
import { describeMethod } from '@anjie/domain/schemes/describeMethod'
import { describe, expect, test } from 'vitest'
import { countyScheme } from '../builders/scheme.ts'

const { root: _root, format: _format, ...parts } = Scheme.shape
const { kind: _leaf, ...leafParts } = LeafNode.shape
const { kind: _branch, children: _children, ...branchParts } = BranchNode.shape
const SHAPES = [
  ['scheme', parts],
  ['node', leafParts],
  ['node', branchParts],
] as const
const SPECS: readonly (readonly [inside: string, name: string, FieldSpec])[] = SHAPES.flatMap(([inside, shape]) =>
  Object.entries(shape).map(([name, schema]) => {
    const inner =
      schema._zod.def.type === 'optional' && 'innerType' in schema._zod.def ? schema._zod.def.innerType : schema
    return [inside, name, fieldSpecOf(inner)] as const
  }),
)

/** Every field name, every place of one, and every choice that a form can show. */
function walk(inside: string, name: string, spec: FieldSpec, found: Found): void {
  found.fields.add(name)
  found.places.add(`${inside}.${name}`)
  switch (spec.kind) {
    case 'object':
      for (const field of spec.fields) if (field.spec.kind !== 'constant') walk(name, field.name, field.spec, found)
      return
    case 'list':
    case 'map':
      walk(inside, name, spec.of, found)
      return
    case 'variants':
      for (const variant of spec.variants) {
        if (spec.tag !== 'method') found.choices.add(`${name}:${variant.tag}`)
        walk(inside, name, variant.spec, found)
      }
      return
    case 'choice':
      for (const value of spec.values) found.choices.add(`${name}:${value}`)
      return
    default:
      return
  }
}

type Found = Readonly<Record<'fields' | 'places' | 'choices', Set<string>>>
const found: Found = { fields: new Set(), places: new Set(), choices: new Set() }
for (const [inside, name, spec] of SPECS) walk(inside, name, spec, found)

/** Under which key the word of `field:value` is found. */
function wordKeyOf(choice: string): string | undefined {
  const value = choice.slice(choice.indexOf(':') + 1)
  return [choice, value].find((key) => choiceWords[key] !== undefined)
}

describe('the forms made from the schemas', () => {
  test('have a Chinese name for every field', () => {
    expect([...found.fields].filter((name) => fieldWords[name] === undefined)).toEqual([])
  })

  test('have a Chinese word for every choice', () => {
    const missing = [...found.choices].filter((choice) => wordKeyOf(choice) === undefined)
    expect(missing).toEqual([])
  })

  test('have no word that no form shows', () => {
    const shown = new Set([...found.choices].map(wordKeyOf))
    expect(Object.keys(choiceWords).filter((key) => !shown.has(key))).toEqual([])
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

describe('one thing has one word on the form, in the workbook and on the method page', () => {
  const sheets = [
    ['scheme', layout.SCHEME_FIELDS],
    ['items', layout.ITEMS.columns],
    ['node', layout.NODES.columns],
    ['groups', layout.GROUPS.columns],
    ['capGroups', layout.CAP_GROUPS.columns],
    ['vetoes', layout.VETOES.columns],
    ['grades', layout.GRADES.columns],
    ['checks', layout.CHECKS.columns],
  ] as const
  /** In a sheet of two kinds of rows, the object of the second. */
  const secondKind: Readonly<Record<string, string>> = { override: 'overrides', quota: 'quotas' }
  const columns = sheets.flatMap(([object, ofSheet]) =>
    ofSheet.flatMap(({ header, at, codec, restExcept }) => {
      const paths = 'get' in at ? [...at] : [['', at] as const]
      return paths.flatMap(([kind, path]) => {
        const name = path.at(-1) ?? ''
        const inside = path.at(-2) ?? secondKind[kind] ?? object
        // A union’s kind is chosen in the field that holds the union.
        const place = name === 'kind' ? `${secondKind[kind] ?? object}.${inside}` : `${inside}.${name}`
        return restExcept === undefined ? [{ header, place, choices: codec.choices ?? [] }] : []
      })
    }),
  )
  const inForm = columns.filter(({ place }) => found.places.has(place))

  test('for a field: a column is called as its field on the form, or as its code', () => {
    expect(inForm.length).toBeGreaterThan(100)
    const different = inForm.filter(({ header, place }) => {
      const [inside = '', name = ''] = place.split('.')
      const label = fieldLabel(name, inside)
      return header !== label && header !== `${label}代码`
    })
    expect(different).toEqual([])
    const unknown = columns.map(({ place }) => place).filter((place) => !found.places.has(place))
    // Levels and parents are drawn as the tree, a second kind of row names the object of the first, a rule is chosen in the field
    // that holds it; the format is fixed.
    expect(new Set(unknown)).toEqual(
      new Set(['scheme.format', 'node.level', 'node.parent', 'overrides.group', 'scoring.method']),
    )
  })

  test('for a choice: the words of a column are those of the form', () => {
    const chosen = inForm.filter(({ choices, place }) => choices.length > 0 && !place.endsWith('.method'))
    expect(chosen.length).toBeGreaterThan(25)
    for (const { place, choices } of chosen) {
      const name = place.split('.')[1] ?? ''
      const values = [...found.choices].filter((choice) => choice.startsWith(`${name}:`))
      const words = values.map((choice) => choiceLabel(name, choice.slice(name.length + 1)))
      if (values.length > 0) expect(words, place).toEqual(expect.arrayContaining([...choices]))
    }
    for (const [kind, word] of layout.VETOES.kinds?.names ?? []) expect(choiceLabel('effect', kind)).toBe(word)
  })

  test('for a setting: the method page says it in the words of the form', () => {
    const said = (scheme: Scheme) => JSON.stringify(describeMethod(scheme)).replace(/[“”]/g, '')
    const says = (field: string, values: readonly string[], with_: (value: string) => Partial<Scheme>) => {
      for (const value of values)
        expect(said({ ...countyScheme(), ...with_(value) } as Scheme), `${field} ${value}`).toContain(
          choiceLabel(field, value),
        )
    }
    const { missing, ranking } = countyScheme()
    says('leaf', ['no-score', 'zero', 'full'], (leaf) => ({ missing: { ...missing, leaf } }) as never)
    says(
      'notApplicable',
      ['redistribute', 'group-mean', 'full', 'no-score'],
      (notApplicable) => ({ missing: { ...missing, notApplicable } }) as never,
    )
    says(
      'strategy',
      ['any-missing', 'all-missing', 'as-zero'],
      (strategy) => ({ missing: { ...missing, branch: { strategy } } }) as never,
    )
    says('mode', ['half-up', 'half-even'], (mode) => ({ rounding: { mode, digits: 2 } }) as never)
    says('basis', ['published', 'exact'], (basis) => ({ ranking: { ...ranking, basis } }) as never)
    says('scope', ['group', 'all'], (scope) => ({ ranking: { ...ranking, scope } }) as never)
    says('cycle', ['year', 'half-year', 'quarter', 'month'], (cycle) => ({ cycle }) as never)
    says('subjectKind', ['county', 'township'], (subjectKind) => ({ subjectKind }) as never)
  })

  test('and no shared name of a field is left without a place', () => {
    expect(
      Object.keys(SCHEME_FIELD_NAMES).filter((place) => !place.startsWith('scoring.') && !found.places.has(place)),
    ).toEqual([])
  })
})
