import { readFileSync } from 'node:fs'
import { type Paper, paperPdf } from '@anjie/documents/paper/paperPdf'
import { beforeAll, describe, expect, test } from 'vitest'

/** The font that the console brings along. */
const FONT = new URL(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'))
let font: Uint8Array
beforeAll(() => {
  font = new Uint8Array(readFileSync(FONT))
})

const paper = (rows: Paper['rows']): Paper => ({
  title: '平安创建申报审批表',
  rows,
  at: '2026-03-02T01:00:00.000Z',
  pageText: (page, pages) => `第${page}页，共${pages}页`,
  goesOn: '（续）',
})

async function made(rows: Paper['rows']): Promise<string> {
  const pdf = await paperPdf(paper(rows), font)
  if (!pdf.ok) throw new Error(pdf.error.join())
  return new TextDecoder('latin1').decode(pdf.value)
}
const pagesOf = (pdf: string) => Number(/\/Count (\d+)/.exec(pdf)?.[1])

describe('a paper as PDF', () => {
  test('carries its Chinese font inside, cut to what it uses', async () => {
    const pdf = await made([{ label: '申报单位', text: '柳湾村（㙟〇〔2026〕）', signed: '科长 王小明' }])
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toContain('/FontFile2')
    expect(pdf).toContain('NotoSerifSC')
    expect(pdf.length).toBeLessThan(100_000)
  })

  test('goes on over as many pages as a long statement needs, and stays one page without it', async () => {
    expect(pagesOf(await made([{ label: '创建情况', text: '矛盾纠纷就地化解。' }]))).toBe(1)
    const long = '本村三年无刑事案件，网格员每日巡查，矛盾纠纷全部就地化解。'.repeat(100)
    expect(pagesOf(await made([{ label: '创建情况', text: long, signed: '柳湾村' }]))).toBeGreaterThan(2)
  })

  test('is refused by the names of the characters that its font does not have, and never with an empty box', async () => {
    const pdf = await paperPdf(paper([{ label: '申报单位', text: '𠮷村与𠮷庄、𱁬村' }]), font)
    expect(pdf).toEqual({ ok: false, error: ['𠮷', '𱁬'] })
  })
})
