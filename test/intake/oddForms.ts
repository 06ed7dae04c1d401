import { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'

/** A county's figures, as a monthly sheet asks for them. */
export const countyForm = IntakeForm.parse({
  code: 'county-figures',
  name: '县（市、区）数据',
  fields: [
    { code: 'county', name: '县（市、区）', also: ['单位', '地区'], type: 'text', key: true, required: true },
    { code: 'found', name: '排查纠纷数', type: 'whole', unit: '件', least: '0' },
    { code: 'settled', name: '化解成功数', type: 'whole', unit: '件', least: '0' },
    { code: 'rate', name: '群众安全感', type: 'decimal', unit: '%', least: '0', most: '100' },
    { code: 'spent', name: '投入经费', type: 'decimal', unit: '万元', decimals: 2 },
    { code: 'day', name: '截止日期', type: 'date' },
  ],
})

/** A county's register of villages. */
export const villageForm = IntakeForm.parse({
  code: 'villages',
  name: '村（社区）名册',
  fields: [
    { code: 'township', name: '乡镇（街道）', also: ['乡镇'], type: 'text', required: true, key: true, fillDown: true },
    { code: 'name', name: '村（社区）', also: ['村名', '村'], type: 'text', required: true, key: true, longest: 60 },
    { code: 'division', name: '区划代码', type: 'code', digits: 12 },
    {
      code: 'kind',
      name: '类别',
      type: 'choice',
      choices: [
        { code: 'village', name: '村' },
        { code: 'community', name: '社区' },
      ],
    },
    { code: 'since', name: '设立日期', type: 'date' },
    { code: 'named', name: '是否已命名', type: 'yes-no' },
  ],
})
