import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { POST_KINDS } from '../posts/kinds/index.ts'
import { CADRE_POST_NAMES, SIDE_DUTY_NAMES } from '../posts/postNames.ts'

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }))

/** 岗位名册: one row a post with its holder; set up, filled, vacated or ended by it. */
export const dutyPostsForm: IntakeForm = {
  code: 'duty-posts',
  name: '岗位名册',
  notes: [
    '一行一个岗位。没有设岗的按本行设岗；姓名与现任不同的登记为接任，前任任期到前一天为止；没有变化的行不会改动，可以整册导入。',
    '姓名只在本县使用，上级只看到设岗数、在任数和空缺天数。岗位不领报酬。',
  ],
  fields: [
    {
      code: 'township',
      name: '乡镇（街道）',
      also: ['乡镇', '街道', '所属乡镇'],
      type: 'text',
      required: true,
      fillDown: true,
      longest: 60,
    },
    {
      code: 'village',
      name: '村（社区）',
      also: ['村', '村名', '单位'],
      type: 'text',
      longest: 60,
      help: '乡镇政法委员不填',
    },
    {
      code: 'kind',
      name: '岗位',
      also: ['岗位类型'],
      type: 'choice',
      choices: DUTY_POST_KINDS.map((code) => ({ code, name: POST_KINDS[code].name })),
      help: '不填的，写了村的为村综治委员，没写村的为乡镇政法委员',
    },
    { code: 'name', name: '姓名', also: ['任职人'], type: 'text', longest: 30, help: '空缺的不填' },
    { code: 'deputy', name: '党委副书记', also: ['是否党委副书记'], type: 'yes-no', help: '乡镇政法委员填写' },
    {
      code: 'cadre',
      name: '常职职务',
      also: ['村常职职务', '职务'],
      type: 'choice',
      choices: choicesOf(CADRE_POST_NAMES),
      help: '村综治委员从常职干部中产生，必填',
    },
    {
      code: 'besides',
      name: '兼任',
      type: 'text',
      longest: 100,
      help: `几项之间用顿号分开：${Object.values(SIDE_DUTY_NAMES).join('、')}`,
    },
    { code: 'cadres', name: '常职干部人数', type: 'whole', least: '1', most: '30', help: '村里常职干部共几人' },
    { code: 'from', name: '任职日期', also: ['设岗日期'], type: 'date', help: '不填的按导入时选定的日期' },
    {
      code: 'basis',
      name: '设岗依据',
      also: ['依据', '文号'],
      type: 'text',
      longest: 80,
      help: '新设的填写；不填的按导入时写明的依据',
    },
    {
      code: 'change',
      name: '变动',
      type: 'choice',
      choices: [
        { code: 'vacate', name: '离任' },
        { code: 'end', name: '撤岗' },
      ],
      help: '只登记离任或撤岗时选；设岗、任职不填',
    },
    { code: 'on', name: '离任或撤岗日期', type: 'date', help: '任职或存续到哪一天' },
    { code: 'reason', name: '变动原因', also: ['原因'], type: 'text', longest: 80 },
  ],
}
