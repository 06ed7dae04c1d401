import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { isSchemeInWork } from '@anjie/contracts/vocabulary/schemes/schemeInWork'
import { err, ok, type Result } from '@anjie/kernel'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
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

/** A scheme in the middle of being edited, as this browser kept it; one that the editor could not show is none. */
export const readKeptScheme = (kept: unknown): Scheme | undefined => (isSchemeInWork(kept) ? kept : undefined)

/** Gives the scheme to the browser as a file of the same form that can be imported again. */
export function downloadScheme(scheme: Scheme): void {
  downloadFile(`${scheme.name}.scheme.json`, 'json', `${JSON.stringify(scheme, null, 2)}\n`)
}

/**
 * Where one begins with nothing: one heading, one indicator, one figure, one group. Whatever somebody has to say about them is
 * empty, so that nothing invented is ever published: the check names each field until it is filled in.
 */
export function newScheme(year: number): Scheme {
  return {
    format: 'anjie-scheme/1',
    code: `PA${year}`,
    name: '',
    year,
    cycle: 'year',
    subjectKind: 'county',
    definition: '',
    source: { document: '' },
    items: [
      {
        code: 'D1',
        name: '',
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
      points: '',
      children: [
        {
          kind: 'branch',
          code: 'B1',
          name: '',
          aggregation: 'sum',
          points: '',
          children: [
            {
              kind: 'leaf',
              code: 'N1',
              name: '',
              points: '',
              scoredBy: '',
              evidence: [],
              scoring: { method: 'fixed_deduct', item: 'D1', points: '' },
            },
          ],
        },
      ],
    },
    capGroups: [],
    vetoes: [],
    groups: [{ code: 'G1', name: words.oneGroup, overrides: [] }],
    grades: [],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '0', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'all-missing' } },
  }
}
