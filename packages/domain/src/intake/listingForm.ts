import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'

const field = (code: string, name: string, more: Partial<IntakeField> = {}): IntakeField => ({
  code,
  name,
  type: 'text',
  longest: 300,
  ...more,
})

/** 公开名单: titles that were published before, one row a unit. Its headings are those under which the lists are known. */
export const listingForm: IntakeForm = {
  code: 'listing',
  name: '公开名单',
  notes: [
    '一行一个称号，照公布的名单填写；地名用公布时的名称，撤并、更名前的也认得。',
    '撤销、续期的名单写明“变动”：撤销另填变动日期、文号和事由，年度填原命名年度；续期另填有效期至和原命名年度。',
  ],
  fields: [
    field('year', '年度', { also: ['年份'], expected: true, help: '公布名单的年度，如 2019' }),
    field('level', '级别', { expected: true, help: '省级、市级或县级' }),
    field('honour', '荣誉', { also: ['荣誉名称', '称号'], expected: true, help: '如“六无”平安村（社区）' }),
    field('city', '市', { also: ['市（州）'], expected: true }),
    field('county', '县', { also: ['县（市、区）'], expected: true }),
    field('township', '乡镇', { also: ['乡镇（街道）'] }),
    field('unit', '单位', { also: ['单位名称'], expected: true, help: '公布的全称' }),
    field('source_url', '来源', { also: ['来源网址'], expected: true, help: '公布名单的网址' }),
    field('change', '变动', { also: ['处理结果', '复核结果'], help: '不填为命名；撤销或续期' }),
    field('changedOn', '变动日期', { also: ['决定日期', '撤销日期'], type: 'date' }),
    field('documentNumber', '文号', { also: ['撤销文号', '决定文号'] }),
    field('grounds', '事由', { also: ['撤销事由', '原因'] }),
    field('validUntil', '有效期至', { type: 'date' }),
    field('formerYear', '原命名年度', { also: ['原年度'], help: '续期的，原称号的年度' }),
    field('issuer', '命名机关', { also: ['命名单位', '颁发机关', '发文机关', '公布机关'] }),
  ],
}
