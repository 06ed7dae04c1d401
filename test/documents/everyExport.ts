import { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { openIntake, readTables } from '@anjie/documents/intake/readIntake'
import { readerAnswers, returnedWorkbook } from '@anjie/documents/intake/returnedWorkbook'
import { templateWorkbook } from '@anjie/documents/intake/templateWorkbook'
import { leagueWorkbook } from '@anjie/documents/leagueWorkbook'
import { postsTemplate } from '@anjie/documents/postsSheet'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { tableWorkbook } from '@anjie/documents/tableWorkbook'
import { divisionForm } from '@anjie/domain/intake/divisionForm'
import { unitForm } from '@anjie/domain/intake/unitForm'
import { countyForm } from '../intake/oddForms.ts'
import { officeFile } from '../intake/officeFile.ts'
import { exampleScheme } from './exampleScheme.ts'

/** Texts that a spreadsheet would run, turn into something else, or spoil. */
export const AWKWARD = [
  '=1+1',
  '+86 1',
  '-1号楼',
  '@村',
  '＝1+1',
  '－5',
  '007012',
  '510104017001',
  '510104199001011234',
  '3-1',
  '1E5',
  '3月1日',
  '2026.10',
  'TRUE',
  '_x0041_',
  '𠮷田村',
  'a"b,c',
] as const

/** A workbook that goes out: what it is made of, and where in it every text of somebody's stands. */
export interface Export {
  readonly name: string
  /** Files of the console or the commands that write it. */
  readonly writtenBy: readonly string[]
  readonly bytes: () => Promise<Uint8Array>
  /** Texts that must stand in cells of their own, exactly. */
  readonly texts: readonly string[]
  /** Figures that must stand as numbers. */
  readonly figures: readonly number[]
  /** Row of the headings on the first sheet, which is frozen and printed on every page. */
  readonly headings: number
}

const leagueRow = (name: string, at: number) =>
  LeagueRow.parse({
    subject: `99010${at + 1}`,
    name,
    group: 'A',
    groupName: '一类',
    publishedScore: '-2.50',
    exactScore: '-2.5',
    rank: at + 1,
    tied: false,
    grade: null,
    rankChange: null,
    interval: null,
    notRankedReason: null,
    levelOne: [{ code: 'L', name: '平安三率', points: '1.125' }],
  })

async function returned(): Promise<Uint8Array> {
  const sent = officeFile([
    { name: '数据', rows: [['单位', '排查纠纷数'], ...AWKWARD.map((text) => [text, -3] as const), ['甲县', '约十件']] },
  ])
  const tables = await openIntake(sent)
  const reading = tables.ok ? readTables(tables.value, countyForm) : tables
  if (!tables.ok || !reading.ok) throw new Error('the sheet is not read')
  return returnedWorkbook(tables.value, reading.value, readerAnswers(reading.value))
}

export const WORKBOOKS: readonly Export[] = [
  {
    name: 'a list of the console',
    writtenBy: [
      'web/src/ui/table/TableMenuSheet.tsx',
      'web/src/areas/people/posts/BatchResults.tsx',
      'web/src/areas/honours/board/TitleBoardPage.tsx',
    ],
    bytes: () =>
      tableWorkbook({
        title: '各县得分',
        columns: [
          { name: '名称', isFigure: false },
          { name: '得分（分）', isFigure: true },
          { name: '更新时间', isFigure: false, isDay: true },
        ],
        rows: AWKWARD.map((text, at) => [text, '-12.50', at === 0 ? '2026-03-02' : '2026-03-02T01:30:00.000Z']),
      }),
    texts: AWKWARD,
    figures: [-12.5, 46083],
    headings: 1,
  },
  {
    name: 'a league table',
    writtenBy: ['web/src/areas/league-tables/table/ExportLeagueButton.tsx'],
    bytes: () =>
      leagueWorkbook({
        title: '=榜单',
        basis: '=注',
        groups: [{ code: 'A', name: '一类' }],
        rows: AWKWARD.slice(0, 9).map(leagueRow),
        seal: undefined,
      }),
    texts: [...AWKWARD.slice(0, 9), '=注', '990101'],
    figures: [-2.5, 1.125],
    headings: 3,
  },
  {
    name: 'a scheme',
    writtenBy: ['web/src/areas/schemes/workbook/SchemeWorkbookTools.tsx'],
    bytes: () => schemeWorkbook({ ...exampleScheme('wenzhou-2017.scheme.json'), name: '=方案' }),
    texts: ['=方案'],
    figures: [],
    headings: 1,
  },
  {
    name: 'a template of a sheet, with what is there',
    writtenBy: ['web/src/areas/intake/units/TemplateButtons.tsx', 'web/src/areas/intake/figures/FiguresBySheet.tsx'],
    bytes: () =>
      templateWorkbook({
        form: countyForm,
        rows: AWKWARD.map((county) => ({
          values: new Map([
            ['county', county],
            ['spent', '-12.50'],
            ['day', '2031-03-01'],
          ]),
          lastYear: new Map([['spent', '7']]),
        })),
        given: new Set(['county']),
      }),
    texts: AWKWARD,
    figures: [-12.5, 47908, 7],
    headings: 1,
  },
  {
    name: 'the template of units',
    writtenBy: ['web/src/areas/intake/imports/NewImportPage.tsx', 'web/src/areas/intake/places/PlacesBySheet.tsx'],
    bytes: () =>
      templateWorkbook({ form: unitForm, rows: AWKWARD.map((name) => ({ values: new Map([['name', name]]) })) }),
    texts: AWKWARD,
    figures: [],
    headings: 1,
  },
  {
    name: 'the template of divisions',
    writtenBy: ['web/src/areas/divisions/file/DivisionTemplates.tsx'],
    bytes: () =>
      templateWorkbook({
        form: divisionForm,
        rows: AWKWARD.map((name) => ({
          values: new Map([
            ['code', '990101'],
            ['name', name],
          ]),
        })),
      }),
    texts: [...AWKWARD, '990101'],
    figures: [],
    headings: 1,
  },
  {
    name: 'the template of posts',
    writtenBy: ['web/src/areas/people/posts/BatchDialog.tsx'],
    bytes: postsTemplate,
    texts: ['姓名', '有效期'],
    figures: [],
    headings: 1,
  },
  {
    name: 'a file that is given back with its marks',
    writtenBy: ['web/src/areas/intake/units/SheetAnswer.tsx', 'web/src/areas/intake/figures/FiguresBySheet.tsx'],
    bytes: returned,
    texts: AWKWARD,
    figures: [-3],
    headings: 1,
  },
]
