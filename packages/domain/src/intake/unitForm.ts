import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { UNIT_KIND_NAMES } from '../units/unitKindNames.ts'

/** What a row of the sheet asks for. */
export const UNIT_CHANGE_NAMES = {
  register: '登记',
  rename: '更名',
  merge: '并入',
  end: '撤销',
} as const
export type UnitSheetChange = keyof typeof UNIT_CHANGE_NAMES

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }))

/** 单位变动表: a county's townships, villages and other units come in by it, and change by it. */
export const unitForm: IntakeForm = {
  code: 'units',
  name: '单位登记和变动表',
  notes: [
    '一行一个单位。“变动”不填就是登记；已登记且没有变化的行不会改动，可以整册导入。',
    '更名在“新名称或并入单位”写新名称；并入写并入的单位；撤销不写。',
  ],
  fields: [
    {
      code: 'township',
      name: '乡镇（街道）',
      also: ['乡镇', '街道', '所属乡镇', '所属乡镇（街道）'],
      type: 'text',
      key: false,
      fillDown: true,
      longest: 60,
      help: '村、社区必填；乡镇和部门本身不用填',
    },
    {
      code: 'name',
      name: '单位名称',
      also: ['名称', '村（社区）', '村名', '村（社区）名称'],
      type: 'text',
      required: true,
      longest: 60,
      help: '用全称，如“向阳村”“北街社区”；更名、并入、撤销的写现在登记的名称',
    },
    {
      code: 'kind',
      name: '类型',
      also: ['类别', '单位类型'],
      type: 'choice',
      choices: choicesOf(UNIT_KIND_NAMES).filter(({ code }) => code !== UNIT_KINDS[0]),
      help: '登记时必填',
    },
    {
      code: 'validFrom',
      name: '设立日期',
      also: ['生效日期'],
      type: 'date',
      help: '不填的按导入时选定的日期',
    },
    {
      code: 'change',
      name: '变动',
      also: ['变动类型'],
      type: 'choice',
      choices: choicesOf(UNIT_CHANGE_NAMES),
      help: '不填就是登记',
    },
    {
      code: 'to',
      name: '新名称或并入单位',
      also: ['新名称', '并入单位'],
      type: 'text',
      longest: 60,
    },
    { code: 'on', name: '变动日期', type: 'date', help: '不填的按导入时选定的日期' },
    {
      code: 'basis',
      name: '批准依据',
      also: ['批准文号', '文号'],
      type: 'text',
      longest: 80,
      help: '不填的按导入时写明的依据',
    },
  ],
}
