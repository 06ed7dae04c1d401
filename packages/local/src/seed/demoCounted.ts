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

/** Figures of the running year that nobody types any more, because the county keeps its governance centres in a register. */
const COUNTED: ReadonlyMap<string, CountedFrom> = new Map([
  ['CENTERS_TOTAL', COUNTED_CENTRES],
  ['CENTERS_DEMONSTRATION', ofClass('model', '示范类')],
  ['CENTERS_BUILDING', ofClass('building', '创建类')],
  ['CENTERS_LED', ofClass('driven', '带动类')],
])

/** The demo's scheme with these figures counted. */
export const withCountedCentres = (scheme: Scheme): Scheme => ({
  ...scheme,
  items: scheme.items.map((item) => {
    const countedFrom = COUNTED.get(item.code)
    return countedFrom === undefined ? item : { ...item, countedFrom }
  }),
})

/** What is left to type of a form's figures: the form itself says which are counted. */
export const typedOf = (
  { counted }: { readonly counted: readonly { readonly item: string }[] },
  values: readonly FormValue[],
): FormValue[] => values.filter(({ item }) => !counted.some((cell) => cell.item === item))
