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
  notes: ['一行一个称号，照公布的名单填写；地名用公布时的名称，撤并、更名前的也认得。'],
  fields: [
    field('year', '年度', { also: ['年份'], expected: true, help: '公布名单的年度，如 2019' }),
    field('level', '级别', { expected: true, help: '省级、市级或县级' }),
    field('honour', '荣誉', { also: ['荣誉名称', '称号'], expected: true, help: '如“六无”平安村（社区）' }),
    field('city', '市', { also: ['市（州）'], expected: true }),
    field('county', '县', { also: ['县（市、区）'], expected: true }),
    field('township', '乡镇', { also: ['乡镇（街道）'] }),
    field('unit', '单位', { also: ['单位名称'], expected: true, help: '公布的全称' }),
    field('source_url', '来源', { also: ['来源网址'], expected: true, help: '公布名单的网址' }),
    field('issuer', '命名机关', { also: ['命名单位', '颁发机关', '发文机关', '公布机关'] }),
  ],
}
