import type { CountCondition, CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'

const centres = (where: readonly CountCondition[]): CountedFrom => ({
  source: { kind: 'register', register: 'centres', name: '综治中心' },
  where: [...where],
  period: { kind: 'as-it-stands' },
  figure: { kind: 'count' },
})

/** All centres that a county keeps. */
export const COUNTED_CENTRES = centres([])

const ofClass = (value: string, words: string): CountedFrom =>
  centres([{ column: 'class', name: '类别', op: '=', value, words }])

/** 督导整改 that was issued in the year. */
const found = (where: readonly CountCondition[]): CountedFrom => ({
  source: { kind: 'rectifications', name: '督导整改' },
  where: [...where],
  period: { kind: 'dated', column: 'issuedOn', name: '下达日期' },
  figure: { kind: 'count' },
})
const byLevel = (value: string, words: string): CountCondition => ({
  column: 'level',
  name: '下发级',
  op: '=',
  value,
  words,
})
const COVERT: CountCondition = { column: 'kind', name: '措施', op: '=', value: 'covert', words: '暗访' }
const LATE: CountCondition = { column: 'overdue', name: '逾期', op: '=', value: 'yes', words: '是' }
const NOT_CLOSED: CountCondition = { column: 'status', name: '状态', op: '!=', value: 'closed', words: '已销号' }

/** 矛盾纠纷 that were received in the year, each once. */
const disputes = (where: readonly CountCondition[]): CountedFrom => ({
  source: { kind: 'disputes', name: '矛盾纠纷' },
  where: [...where],
  period: { kind: 'dated', column: 'receivedOn', name: '受理日' },
  figure: { kind: 'count' },
})
const RESOLVED: CountCondition = { column: 'resolved', name: '化解', op: '=', value: 'yes', words: '是' }

/** Figures of the running year that nobody types any more, because the county keeps the ledgers that they are counted from. */
const COUNTED: ReadonlyMap<string, CountedFrom> = new Map([
  ['CENTERS_TOTAL', COUNTED_CENTRES],
  ['CENTERS_DEMONSTRATION', ofClass('model', '示范类')],
  ['CENTERS_BUILDING', ofClass('building', '创建类')],
  ['CENTERS_LED', ofClass('driven', '带动类')],
  ['DISPUTES_FOUND', disputes([])],
  ['DISPUTES_RESOLVED', disputes([RESOLVED])],
  ['COVERT_PROBLEMS', found([byLevel('province', '省级'), COVERT])],
  ['COVERT_UNRECTIFIED', found([byLevel('province', '省级'), COVERT, LATE, NOT_CLOSED])],
  ['CITY_UNRECTIFIED', found([byLevel('city', '市级'), LATE, NOT_CLOSED])],
])

/** The demo's scheme with these figures counted; what supervision found, its ledger says. */
export const withCountedFigures = (scheme: Scheme): Scheme => ({
  ...scheme,
  items: scheme.items.map((item) => {
    const countedFrom = COUNTED.get(item.code)
    if (countedFrom === undefined) return item
    const { supplier: _supplier, ...own } = item
    return { ...own, countedFrom, filledBy: 'subject' as const, absentMeans: 'missing' as const }
  }),
})

/** What is left to type of a form's figures: the form itself says which are counted. */
export const typedOf = (
  { counted }: { readonly counted: readonly { readonly item: string }[] },
  values: readonly FormValue[],
): FormValue[] => values.filter(({ item }) => !counted.some((cell) => cell.item === item))
