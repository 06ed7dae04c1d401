import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { ScoreInputs } from '@anjie/domain/scoring/archive'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { newScheme } from '@anjie/web/areas/schemes/editor/schemeFile'

/** Two headings with one indicator each: 1 point off 60, and off 40, for every event. */
export function twoHeadings(): Scheme {
  const blank = newScheme(2026)
  const [item] = blank.items
  if (item === undefined || blank.root.kind !== 'branch') throw new Error('a new scheme has an item and a heading')
  const heading = (code: string, name: string, points: string, itemCode: string) =>
    ({
      kind: 'branch',
      code,
      name,
      aggregation: 'sum',
      points,
      children: [
        {
          kind: 'leaf',
          code: `${code}-1`,
          name: `${name}指标`,
          points,
          scoredBy: '省委平安办',
          evidence: [],
          scoring: {
            method: 'formula',
            text: `${points} - [${itemCode}]`,
            missing: 'any-missing',
            floorZero: true,
            cap: points,
          },
        },
      ],
    }) as const
  return {
    ...blank,
    name: '2026年度考评方案',
    source: { document: '依据文件' },
    items: [
      { ...item, name: '第一项数据' },
      { ...item, code: 'D2', name: '第二项数据' },
    ],
    root: {
      ...blank.root,
      points: '100',
      children: [heading('A', '甲类', '60', 'D1'), heading('B', '乙类', '40', 'D2')].map(copied),
    },
  }
}

/** Lists that may be changed, as the vocabulary's own types have them. */
const copied = <T>(value: T): Mutable<T> => structuredClone(value) as Mutable<T>
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

const COUNTIES = [
  ['990101', '东县', '2', '9'],
  ['990102', '西县', '8', '1'],
  ['990103', '南县', '5', '5'],
] as const

/** A finished run: 东县 is best at 甲, 西县 at 乙. */
export function smallRun(): { readonly inputs: ScoreInputs; readonly result: ScoreRun } {
  const scheme = twoHeadings()
  const period = '2026'
  const subjects = COUNTIES.map(([code, name]) => ({ code, name, group: 'G1' }))
  const values = COUNTIES.flatMap(([subject, , first, second]): ItemValue[] => [
    { subject, item: 'D1', period, status: 'reported', value: first },
    { subject, item: 'D2', period, status: 'reported', value: second },
  ])
  const inputs = { scheme, period, subjects, values, previous: null }
  return { inputs, result: scoreCycle({ scheme, period, subjects, values }) }
}

/** A row of a league table with this place and score, and nothing else to tell. */
export const rowOf = (subject: string, rank: number | null, publishedScore: string | null): LeagueRow => ({
  subject: CountyCode.parse(subject),
  name: subject,
  group: 'G1',
  groupName: '全部',
  publishedScore,
  exactScore: publishedScore,
  rank,
  tied: false,
  grade: null,
  rankChange: null,
  interval: null,
  notRankedReason: null,
  levelOne: [],
})
