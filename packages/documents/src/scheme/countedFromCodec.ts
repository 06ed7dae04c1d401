import { type CountCondition, CountedFrom, type CountOperator } from '@anjie/contracts/vocabulary/counting/countedFrom'
import { COUNT_OPERATOR_NAMES } from '@anjie/contracts/vocabulary/counting/countWords'
import { COUNT_SOURCE_NAMES, sourceCode } from '@anjie/contracts/vocabulary/counting/sources/index'
import { canonicalJson } from '@anjie/kernel'
import { narrowed } from '../tables/cellText.ts'
import { type Codec, readableOrJson } from '../tables/codec.ts'

/** `综治中心[centres]` */
const NAMED = /^([^[\]]+)\[([^[\]\s]+)\]$/

const OF = '其中 '
const DATED = '日期在本期 '
const SUM = '合计 '
const FIGURES = {
  count: '计行数',
  'not-applicable': '算占比，没有行时不适用',
  missing: '算占比，没有行时未报',
} as const
const BLANKS = { missing: '，没填的未报', 'left-out': '，没填的不计' } as const

/** As signs are typed on a keyboard: a cell's full-width ones are made narrow when it is read. */
const SIGNS: Readonly<Record<CountOperator, string>> = { ...COUNT_OPERATOR_NAMES, '=': '=', '>': '>', '<': '<' }

const named = (name: string, code: string): string => `${name}[${code}]`

const conditionText = ({ column, name, op, value, words }: CountCondition): string =>
  op === 'filled' || op === 'blank'
    ? `${named(name, column)} ${SIGNS[op]}`
    : `${named(name, column)} ${SIGNS[op]} ${words === undefined ? value : named(words, value ?? '')}`

function textOf({ source, where, period, figure }: CountedFrom): string {
  return [
    `${COUNT_SOURCE_NAMES[source.kind]} ${named(source.name, sourceCode(source))}`,
    ...(period.kind === 'dated' ? [`${DATED}${named(period.name, period.column)}`] : []),
    ...where.map(conditionText),
    ...(figure.kind === 'share' ? figure.of.map((condition) => `${OF}${conditionText(condition)}`) : []),
    figure.kind === 'count'
      ? FIGURES.count
      : figure.kind === 'share'
        ? FIGURES[figure.whenNone]
        : `${SUM}${named(figure.name, figure.column)}${BLANKS[figure.whenBlank]}`,
  ].join('；')
}

function readNamed(text: string): { name: string; code: string } | undefined {
  const [, name, code] = NAMED.exec(text.trim()) ?? []
  return name === undefined || code === undefined ? undefined : { name, code }
}

function readCondition(text: string): unknown {
  for (const [op, sign] of Object.entries(SIGNS)) {
    const at = text.indexOf(` ${sign}`)
    if (at < 0) continue
    const column = readNamed(text.slice(0, at))
    const rest = text.slice(at + sign.length + 1)
    if (column === undefined || (rest !== '' && !rest.startsWith(' '))) continue
    const value = rest.trim()
    const choice = readNamed(value)
    return {
      column: column.code,
      name: column.name,
      op,
      ...(value === '' ? {} : { value: choice?.code ?? value }),
      ...(choice === undefined ? {} : { words: choice.name }),
    }
  }
  return undefined
}

function readFigure(text: string, of: readonly unknown[]): unknown {
  if (text === FIGURES.count) return { kind: 'count' }
  for (const whenNone of ['not-applicable', 'missing'] as const)
    if (text === narrowed(FIGURES[whenNone])) return { kind: 'share', of, whenNone }
  for (const whenBlank of ['missing', 'left-out'] as const) {
    const end = narrowed(BLANKS[whenBlank])
    const column =
      text.startsWith(SUM) && text.endsWith(end) ? readNamed(text.slice(SUM.length, -end.length)) : undefined
    if (column !== undefined) return { kind: 'sum', column: column.code, name: column.name, whenBlank }
  }
  return undefined
}

/** `台账 综治中心[centres]`, `督导台账 督导整改[rectifications]` */
function readSource(text: string): unknown {
  for (const [kind, word] of Object.entries(COUNT_SOURCE_NAMES)) {
    const known = text.startsWith(`${word} `) ? readNamed(text.slice(word.length + 1)) : undefined
    if (known !== undefined) return { kind, name: known.name, ...(kind === 'register' ? { register: known.code } : {}) }
  }
  return undefined
}

/** Of a text whose full-width signs are narrow already. */
function fromText(text: string): unknown {
  const [first = '', ...parts] = text.split(';').map((part) => part.trim())
  const source = readSource(first)
  const last = parts.pop()
  if (source === undefined || last === undefined) return undefined
  const dated = parts.find((part) => part.startsWith(DATED))
  const day = dated === undefined ? undefined : readNamed(dated.slice(DATED.length))
  const conditions = parts.filter((part) => part !== dated)
  const read = {
    source,
    where: conditions.filter((part) => !part.startsWith(OF)).map(readCondition),
    period: day === undefined ? { kind: 'as-it-stands' } : { kind: 'dated', column: day.code, name: day.name },
    figure: readFigure(
      last,
      conditions.filter((part) => part.startsWith(OF)).map((part) => readCondition(part.slice(OF.length))),
    ),
  }
  const known = CountedFrom.safeParse(read)
  return known.success ? known.data : undefined
}

/** 台账取数 in words that a spreadsheet's reader can change; as JSON where words could not give it back. */
export const countedFrom: Codec = readableOrJson(
  (value) => {
    const known = CountedFrom.safeParse(value)
    if (!known.success) return undefined
    const text = textOf(known.data)
    const back = fromText(narrowed(text))
    return back !== undefined && canonicalJson(back) === canonicalJson(value) ? text : undefined
  },
  fromText,
  '“台账 综治中心[centres]；类别[class] = 示范类[demo]；计行数”',
)
