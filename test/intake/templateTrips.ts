import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { RegisterDefinition } from '@anjie/contracts/vocabulary/registers/register'
import type { TemplateRow } from '@anjie/documents/intake/templateWorkbook'
import { divisionForm, divisionHistoryForm } from '@anjie/domain/intake/divisionForm'
import { figuresForm, SUBJECT_FIELD } from '@anjie/domain/intake/figuresForm'
import { listingForm } from '@anjie/domain/intake/listingForm'
import { placesForm } from '@anjie/domain/intake/placesForm'
import { registerForm } from '@anjie/domain/intake/registerForm'
import { unitForm } from '@anjie/domain/intake/unitForm'
import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { formOf } from '@anjie/domain/submissions/form'
import { exampleScheme } from '../documents/exampleScheme.ts'
import { villageForm } from './oddForms.ts'

type Values = Readonly<Record<string, string>>

/** A list that goes out as a template and comes back filled in. */
export interface Trip {
  readonly name: string
  readonly form: IntakeForm
  /** What stands in the template. */
  readonly there: readonly TemplateRow[]
  readonly given: ReadonlySet<string>
  /** What is typed beside it, row by row, and beneath it. */
  readonly typed: readonly Values[]
  /** What is read then. */
  readonly read: readonly Values[]
}

const row = (values: Values): TemplateRow => ({ values: new Map(Object.entries(values)) })
const scheme = exampleScheme('anhe2026.scheme.json')
const commission = formOf(scheme, { year: 2026, dataFrom: PlainDate.parse('2026-01-01') }, 'commission')
const figures = figuresForm(
  commission,
  { title: '考评方数据', subject: '县（市、区）', periodText: (period) => period },
  ['未报', '不适用'],
)
const [figure = '', other = ''] = figures.fields.slice(1).map(({ code }) => code)

const CENTRE = '990101.centres-standing-0001-00'
const centres = RegisterDefinition.parse(READY_REGISTERS.find(({ code }) => code === 'centres')?.definition)

export const TRIPS: readonly Trip[] = [
  {
    name: 'units',
    form: unitForm,
    there: [
      row({ name: '城关镇', kind: 'township', validFrom: '2020-01-01' }),
      row({ township: '城关镇', name: '3-1', kind: 'village', validFrom: '2020-01-01' }),
    ],
    given: new Set(['township', 'name', 'kind', 'validFrom']),
    typed: [
      {},
      { change: 'rename', to: '三一村', on: '2026-05-01', basis: '乡府发〔2026〕5号' },
      { township: '城关镇', name: '=东村', kind: 'community', validFrom: '2026-01-01' },
    ],
    read: [
      { name: '城关镇', kind: 'township', validFrom: '2020-01-01' },
      {
        township: '城关镇',
        name: '3-1',
        kind: 'village',
        validFrom: '2020-01-01',
        change: 'rename',
        to: '三一村',
        on: '2026-05-01',
        basis: '乡府发〔2026〕5号',
      },
      { township: '城关镇', name: '=东村', kind: 'community', validFrom: '2026-01-01' },
    ],
  },
  {
    name: 'divisions',
    form: divisionForm,
    there: [row({ city: '甲市', code: '990101', name: '云溪县' })],
    given: new Set(['city', 'code', 'name']),
    typed: [
      { formerNames: '云县、溪县' },
      { city: '甲市', code: '9901H1', name: '高新区' },
      { city: '乙市', code: '010203', name: '零县' },
    ],
    read: [
      { city: '甲市', code: '990101', name: '云溪县', formerNames: '云县、溪县' },
      { city: '甲市', code: '9901H1', name: '高新区' },
      { city: '乙市', code: '010203', name: '零县' },
    ],
  },
  {
    name: 'what became of divisions',
    form: divisionHistoryForm,
    there: [],
    given: new Set(),
    typed: [{ on: '2020-06-30', from: '990121', fromName: '云溪老县', to: '990101' }],
    read: [{ on: '2020-06-30', from: '990121', fromName: '云溪老县', to: '990101' }],
  },
  {
    name: "the commission's own figures",
    form: figures,
    there: [
      {
        values: new Map([
          [SUBJECT_FIELD, '云溪县'],
          [figure, '12.5'],
        ]),
        lastYear: new Map([[figure, '7']]),
      },
      row({ [SUBJECT_FIELD]: '石塘县' }),
    ],
    given: new Set([SUBJECT_FIELD]),
    typed: [{ [other]: '-3.25' }, { [figure]: '0', [other]: '未报' }],
    read: [
      { [SUBJECT_FIELD]: '云溪县', [figure]: '12.5', [other]: '-3.25' },
      { [SUBJECT_FIELD]: '石塘县', [figure]: '0', [other]: '未报' },
    ],
  },
  {
    name: 'places a county',
    form: placesForm('名额分配表', '县（市、区）'),
    there: [row({ subject: '云溪县', code: '990101', places: '3' }), row({ subject: '石塘县', code: '990102' })],
    given: new Set(['subject', 'code']),
    typed: [{ places: '12' }, { places: '0' }],
    read: [
      { subject: '云溪县', code: '990101', places: '12' },
      { subject: '石塘县', code: '990102', places: '0' },
    ],
  },
  {
    name: 'rows of a register',
    form: registerForm(centres, centres.columns, { title: '综治中心（在册）', ofUnits: false }),
    there: [row({ 'col-name': '=云溪县综治中心', 'col-level': 'county', from: '2024-05-01', row: CENTRE })],
    given: new Set(['row']),
    typed: [{ 'col-fulltime': '12' }, { 'col-name': '3-1村综治中心', 'col-level': 'village', from: '2026-01-01' }],
    read: [
      { 'col-name': '=云溪县综治中心', 'col-level': 'county', 'col-fulltime': '12', from: '2024-05-01', row: CENTRE },
      { 'col-name': '3-1村综治中心', 'col-level': 'village', from: '2026-01-01' },
    ],
  },
  {
    name: 'titles that were published',
    form: listingForm,
    there: [],
    given: new Set(),
    typed: [
      {
        year: '2019',
        level: '省级',
        honour: '“六无”平安村（社区）',
        city: '甲市',
        county: '云溪县',
        unit: '+东村',
        source_url: 'https://example.invalid/a',
      },
    ],
    read: [
      {
        year: '2019',
        level: '省级',
        honour: '“六无”平安村（社区）',
        city: '甲市',
        county: '云溪县',
        unit: '+东村',
        source_url: 'https://example.invalid/a',
      },
    ],
  },
  {
    name: 'any form, with codes, choices, days and a name like an escape',
    form: villageForm,
    there: [row({ township: '城关镇', name: '_x0041_' })],
    given: new Set(['township', 'name']),
    typed: [{ division: '007012000000', kind: 'community', since: '2031-03-01' }],
    read: [{ township: '城关镇', name: '_x0041_', division: '007012000000', kind: 'community', since: '2031-03-01' }],
  },
]
