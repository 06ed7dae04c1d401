import { type FieldSpec, fieldSpecOf } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { canonicalJson, err } from '@anjie/kernel'
import { cellJson, textOfCell } from '../tables/cellText.ts'
import { type Codec, choice, decimal, parsedJson, text, wholeNumber, yesNo } from '../tables/codec.ts'
import { plainCell } from '../tables/shownText.ts'
import { METHOD_TITLES } from './methodTitles.ts'
import { choiceWord, parameterRead, parameterWritten } from './parameterText.ts'

/** A parameter of rules, by its name: one name may mean two things in two methods (分值 as a figure, or 按指数折算). */
interface Parameter {
  readonly name: string
  readonly specs: readonly FieldSpec[]
  /** Titles of the methods that have it. */
  readonly methods: readonly string[]
}

function parametersOf(except: ReadonlySet<string>): readonly Parameter[] {
  const spec = fieldSpecOf(ScoringMethod)
  const found = new Map<string, { specs: FieldSpec[]; methods: string[] }>()
  for (const variant of spec.kind === 'variants' ? spec.variants : [])
    for (const { name, spec: of } of variant.spec.fields) {
      if (except.has(name)) continue
      const parameter = found.get(name) ?? { specs: [], methods: [] }
      if (!parameter.specs.some((known) => canonicalJson(known) === canonicalJson(of))) parameter.specs.push(of)
      parameter.methods.push(METHOD_TITLES.get(variant.tag) ?? variant.tag)
      found.set(name, parameter)
    }
  return [...found].map(([name, parameter]) => ({ name, ...parameter }))
}

/** A column for each parameter of any method, in the words of the form. */
export function parameterColumns(
  except: readonly string[],
): readonly { readonly name: string; readonly header: string; readonly codec: Codec; readonly help: string }[] {
  return parametersOf(new Set(except)).map(({ name, specs, methods }) => ({
    name,
    header: fieldLabel(name, 'scoring'),
    codec: codecOf(name, specs),
    help: `${howToFill(name, specs)}用于：${methods.join('、')}`,
  }))
}

function howToFill(name: string, specs: readonly FieldSpec[]): string {
  const ways = specs.flatMap((spec): string[] => {
    const inner = spec.kind === 'list' ? spec.of : spec
    if (inner.kind === 'object')
      return [`${inner.fields.map((field) => fieldLabel(field.name, name)).join('、')}，写成“名称：值”，用分号隔开`]
    if (inner.kind === 'variants')
      return [
        `先写“${fieldLabel(inner.tag, name)}：…”（${inner.variants.map(({ tag }) => choiceWord(name, tag)).join('、')}）`,
      ]
    return []
  })
  const isList = specs.some((spec) => spec.kind === 'list' && spec.of.kind !== 'code')
  return ways.length === 0 ? '' : `${ways.join('；或')}${isList ? '；一行一项' : ''}。`
}

function codecOf(name: string, specs: readonly FieldSpec[]): Codec {
  const [first, ...others] = specs
  if (first !== undefined && others.length === 0)
    switch (first.kind) {
      case 'decimal':
        return decimal
      case 'integer':
        return wholeNumber
      case 'flag':
        return yesNo
      case 'text':
        return text()
      case 'choice':
        return choice(new Map(first.values.map((value) => [value, choiceWord(name, value)])))
      default:
        break
    }
  return structured(name, specs)
}

/** In words of which the first meaning holds that fits; whatever had none would be written as JSON rather than lost. */
function structured(name: string, specs: readonly FieldSpec[]): Codec {
  const meanings = (written: string) => specs.map((spec) => parameterRead(spec, written, name))
  return {
    asText: true,
    write: (value) => {
      const wanted = canonicalJson(value)
      const written = specs
        .map((spec) => parameterWritten(spec, value, name))
        .find((each) => meanings(each).some((meaning) => meaning.ok && canonicalJson(meaning.value) === wanted))
      return { kind: 'text', text: written ?? cellJson(wanted) }
    },
    read: (cell) => {
      const plain = plainCell(cell)
      if (!plain.ok) return plain
      const written = plain.value
      if (/^\s*[[{]/.test(written)) return parsedJson(textOfCell(written))
      const read = meanings(written)
      return read.find((meaning) => meaning.ok) ?? read[0] ?? err('不能填')
    },
  }
}
