import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { err, ok, type Result } from '@anjie/kernel'
import { blankScheme, schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { downloadFile } from '../../../ui/downloadFile.ts'

/** Reads pasted or imported text; every problem names its node in Chinese. */
export function schemeOfText(text: string): Result<Scheme, readonly string[]> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err([words.notJson])
  }
  const read = readScheme(json)
  return read.ok ? ok(read.value) : err(read.error.map((problem) => problem.message))
}

/** A scheme in the middle of being edited: it may lack what a published one must have, so only its form is looked at. */
export function readKeptScheme(kept: unknown): Scheme | undefined {
  const isScheme =
    typeof kept === 'object' &&
    kept !== null &&
    'format' in kept &&
    kept.format === 'anjie-scheme/1' &&
    'items' in kept &&
    Array.isArray(kept.items) &&
    'root' in kept
  return isScheme ? (kept as unknown as Scheme) : undefined
}

/** Gives the scheme to the browser as a file of the same form that can be imported again. */
export function downloadScheme(scheme: Scheme): void {
  downloadFile(`${scheme.name}.scheme.json`, 'json', `${JSON.stringify(scheme, null, 2)}\n`)
}

/** The least scheme that can be worked on: one heading, one indicator, one figure, one group. */
export function newScheme(year: number): Scheme {
  return {
    format: 'anjie-scheme/1',
    code: `PA${year}`,
    name: blankScheme.name(year),
    year,
    cycle: 'year',
    subjectKind: 'county',
    definition: blankScheme.definition,
    source: { document: blankScheme.document },
    items: [
      {
        code: 'D1',
        name: blankScheme.item,
        unit: '',
        definition: '',
        period: 'year',
        filledBy: 'subject',
        rollUp: 'sum',
        overTime: 'sum',
        absentMeans: 'missing',
      },
    ],
    root: {
      kind: 'branch',
      code: 'T',
      name: words.total,
      aggregation: 'sum',
      points: '100',
      children: [
        {
          kind: 'branch',
          code: 'B1',
          name: blankScheme.branch,
          aggregation: 'sum',
          points: '100',
          children: [
            {
              kind: 'leaf',
              code: 'N1',
              name: blankScheme.leaf,
              points: '100',
              scoredBy: blankScheme.owner,
              evidence: [],
              scoring: { method: 'fixed_deduct', item: 'D1', points: '10' },
            },
          ],
        },
      ],
    },
    capGroups: [],
    vetoes: [],
    groups: [{ code: 'G1', name: blankScheme.group, overrides: [] }],
    grades: [],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '0', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'all-missing' } },
  }
}
