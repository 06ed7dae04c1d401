import type { CountCondition, CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import { Register, RegisterPeriod } from '@anjie/contracts/vocabulary/registers/register'
import { RegisterLeaf } from '@anjie/contracts/vocabulary/registers/registerRow'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { leafIdOf, placeText, ROWS_PER_LEAF } from '@anjie/domain/registers/registerIds'
import type { MemoryStores } from '@anjie/store/memory/memoryStores'
import { commandContext, NOW } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { member, PLACES } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'

const admin = member({ roles: ['province-admin'] })
const reporter = member({ roles: ['county-reporter'] })

export const CLASSES = [
  { code: 'demo', name: '示范类' },
  { code: 'building', name: '创建类' },
  { code: 'led', name: '带动类' },
] as const

const column = (code: string, name: string, type: string, more: object = {}): RegisterColumn =>
  ({ code, name, type, required: false, seenBy: 'everybody', ...more }) as RegisterColumn

/** 综治中心 as the county keeps them; the telephone is seen by the county alone. */
export const CENTRES = Register.parse({
  id: '99.centres',
  code: 'centres',
  name: '综治中心',
  about: '县、乡、村三级综治中心',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    column('name', '名称', 'text', { required: true }),
    column('class', '类别', 'choice', { choices: [...CLASSES] }),
    column('staff', '人数', 'integer'),
    column('phone', '值班电话', 'text', { seenBy: 'filler' }),
  ],
  key: ['name'],
  title: 'name',
  status: 'open',
  updatedAt: NOW,
})

export interface RowGiven {
  readonly name: string
  readonly class?: string
  readonly staff?: string
  readonly phone?: string
}

/** 102 示范类, 360 创建类, 33 带动类, and one that nobody has put into a class: the county report's 496. */
export const REPORT_ROWS: readonly RowGiven[] = [
  ...Array.from({ length: 102 }, (_, at) => ({ name: `示范${at + 1}`, class: 'demo', staff: '4' })),
  ...Array.from({ length: 360 }, (_, at) => ({ name: `创建${at + 1}`, class: 'building', staff: '2' })),
  ...Array.from({ length: 33 }, (_, at) => ({ name: `带动${at + 1}`, class: 'led', staff: '1', phone: '0571-1' })),
  { name: '东岭镇未定类中心', staff: '3' },
]

const is = (value: (typeof CLASSES)[number]): CountCondition => ({
  column: 'class',
  name: '类别',
  op: '=',
  value: value.code,
  words: value.name,
})

const SOURCE = { kind: 'register', register: 'centres', name: '综治中心' } as const

export const countedFrom = (
  where: readonly CountCondition[],
  figure: CountedFrom['figure'] = { kind: 'count' },
): CountedFrom => ({
  source: SOURCE,
  where: [...where],
  period: { kind: 'as-it-stands' },
  figure,
})

/** The county scheme whose centres are counted; points for those of the first class, so that a receipt shows the figure. */
export function countingScheme(over: Partial<Scheme> = {}): Scheme {
  const scheme = countyScheme()
  const counted: Readonly<Record<string, CountedFrom>> = {
    CENTERS_TOTAL: countedFrom([]),
    CENTERS_DEMONSTRATION: countedFrom([is(CLASSES[0])]),
    CENTERS_BUILDING: countedFrom([is(CLASSES[1])]),
    CENTERS_LED: countedFrom([is(CLASSES[2])]),
  }
  if (scheme.root.kind !== 'branch') throw new Error('the scheme has headings')
  return {
    ...scheme,
    items: scheme.items.map((item) => {
      const from = counted[item.code]
      return from === undefined ? item : { ...item, countedFrom: from }
    }),
    root: {
      ...scheme.root,
      children: [
        ...scheme.root.children,
        {
          kind: 'leaf',
          code: 'C',
          name: '示范类综治中心',
          scoring: {
            method: 'per_event_deduct',
            events: [{ item: 'CENTERS_DEMONSTRATION', pointsEach: '0.01' }],
            limit: { kind: 'none' },
          },
          scoredBy: '省平安办',
          evidence: [],
        },
      ],
    },
    ...over,
  }
}

export async function defineCentres(stores: MemoryStores, over: Partial<Register> = {}): Promise<void> {
  const { store } = commandContext({ stores, member: admin })
  const written = await store.commit([
    {
      kind: 'register',
      id: CENTRES.id,
      expectedVersion: 0,
      next: { ...CENTRES, ...over },
      fact: { type: 'RegisterDefined', details: someDetails('RegisterDefined') },
    },
  ])
  if (!written.ok) throw new Error(written.error.detail)
}

/** A county's centres as they stand from now on, leaf by leaf. Rows keep their version as long as their cells are the same. */
export async function keepCentres(
  stores: MemoryStores,
  rows: readonly (RowGiven | null)[],
  options: { readonly declaredNone?: boolean } = {},
): Promise<void> {
  const ref = { register: 'centres', holder: PLACES.county.code as never, period: RegisterPeriod.parse('standing') }
  const leaves = Math.max(1, Math.ceil(rows.length / ROWS_PER_LEAF))
  for (let leaf = 1; leaf <= leaves; leaf++) {
    const { store } = commandContext({ stores, member: reporter })
    const id = leafIdOf(ref, leaf)
    const before = await store.get('register-leaf', id)
    const own = rows.slice((leaf - 1) * ROWS_PER_LEAF, leaf * ROWS_PER_LEAF)
    const next = RegisterLeaf.parse({
      id,
      holder: PLACES.county.code,
      rows: Object.fromEntries(
        own.map((row, at) => {
          const was = before?.state.rows[placeText(at)]
          const cells = row === null ? (was?.cells ?? { name: '?' }) : { ...row }
          const isSame =
            was !== undefined &&
            JSON.stringify(was.cells) === JSON.stringify(cells) &&
            (row === null) === (was.removed !== undefined)
          return [
            placeText(at),
            {
              cells,
              version: isSame ? was.version : (was?.version ?? 0) + 1,
              steps: [1],
              at: NOW,
              ...(row === null ? { removed: { reason: '撤并', on: '2026-03-01' } } : {}),
            },
          ]
        }),
      ),
      ...(leaf === 1 ? { leaves } : {}),
      ...(options.declaredNone === true && leaf === 1 ? { declaredNone: { at: NOW, by: '林一' } } : {}),
      updatedAt: NOW,
    })
    if (before !== undefined && JSON.stringify(before.state.rows) === JSON.stringify(next.rows)) continue
    const written = await store.commit([
      {
        kind: 'register-leaf',
        id,
        expectedVersion: before?.version ?? 0,
        next,
        fact: { type: 'RowsSaved', details: someDetails('RowsSaved') },
      },
    ])
    if (!written.ok) throw new Error(written.error.detail)
  }
}
