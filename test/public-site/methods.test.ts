import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { clauseOf } from '@anjie/domain/scoring/clauseOf'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleJson } from '../cli/exampleFiles.ts'
import { factOf, idOf, schemeRecord } from '../projector/sampleFacts.ts'
import { type Site, siteOf, textOf } from './publishedSite.ts'
import { DRAFT_METHOD, METHOD, OLD_METHOD, publishedFacts } from './sampleTitles.ts'

let site: Site
beforeAll(async () => {
  site = await siteOf(publishedFacts)
})

const example = (name: string) => {
  const read = readScheme(exampleJson(`${name}.scheme.json`))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const allNodes = (node: SchemeNode): readonly SchemeNode[] =>
  node.kind === 'leaf' ? [node] : [node, ...node.children.flatMap(allNodes)]

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The page of one published scheme alone. */
async function pageOf(scheme: unknown): Promise<string> {
  const id = idOf('99', 30)
  const own = await siteOf([factOf('scheme', id, 2, 'SchemePublished', schemeRecord(id, scheme))])
  return textOf(own, `/methods/${id}`)
}

describe('the list of methods', () => {
  it('stands by year, the newest first, with closed ones marked and drafts left out', async () => {
    const text = await textOf(site, '/methods')
    expect([...text.matchAll(/<h2>(\d{4})年<\/h2>/g)].map(([, year]) => year)).toEqual(['2026', '2017'])
    expect(text).toContain(`href="./methods/${METHOD}"`)
    expect(text).toMatch(new RegExp(`${OLD_METHOD.replace('.', '\\.')}.*已废止`))
    expect(text).not.toContain(DRAFT_METHOD)
    expect((await site.request(`/methods/${DRAFT_METHOD}`)).status).toBe(404)
    expect((await site.request('/methods/x')).status).toBe(404)
  })

  it('is in the navigation of every page and on the page about the site', async () => {
    expect(await textOf(site, '/')).toContain('href="./methods">考评办法')
    expect(await textOf(site, '/about')).toContain('href="./methods">考评什么、怎样计分')
  })

  it('says so when there is none', async () => {
    expect(await textOf(await siteOf([]), '/methods')).toContain('目前没有公布的考评办法')
  })
})

describe('the page of a method', () => {
  it.each(['anhe2026', 'wenzhou-2017', 'efficacy', 'townshipDeductions', 'countyIndex'])(
    '%s prints every indicator with the clause that scores are made by',
    async (name) => {
      const scheme = example(name)
      const text = await pageOf(scheme)
      for (const node of allNodes(scheme.root)) {
        expect(text).toContain(escaped(clauseOf(scheme, node)))
        if (node !== scheme.root) expect(text).toContain(`rowheader">${escaped(node.name)}</th>`)
      }
      for (const group of scheme.groups.length > 1 ? scheme.groups : []) expect(text).toContain(escaped(group.name))
      for (const veto of scheme.vetoes) expect(text).toContain(escaped(veto.name))
      for (const grade of scheme.grades) expect(text).toContain(`<strong>${escaped(grade.name)}</strong>`)
      for (const capGroup of scheme.capGroups) expect(text).toContain(escaped(capGroup.name))
    },
  )

  it('says who is assessed, from how many points, how is rounded and ranked, and what missing figures do', async () => {
    const text = await textOf(site, `/methods/${METHOD}`)
    expect(text).toContain('考评对象为县（市、区），按年度考评。')
    expect(text).toContain('每个考评对象从100分开始')
    expect(text).toContain('得分保留2位小数，四舍五入，只在最后修约一次。')
    expect(text).toContain('按公布得分排名，公布得分相同即为并列。')
    expect(text).toContain('各组分别排名。')
    expect(text).toContain('没有数据（未报）不等于0：该项不计分')
    expect(text).toContain('<code>ANHE-2026</code>，第4版')
    expect(text).toContain('href="http://www.wzdkw.gov.cn/system/2017/04/13/012721819_03.shtml"')
    expect(text).toContain('2026年3月2日')
  })

  it('words groups, vetoes, limits, grades and quotas as sentences', async () => {
    const base = example('townshipDeductions')
    const [leaf] = allNodes(base.root).filter(({ kind }) => kind === 'leaf')
    const code = leaf?.code ?? ''
    const text = await pageOf({
      ...base,
      groups: [
        { code: 'G1', name: '山区', definition: '海拔较高', overrides: [{ node: code, excluded: true }] },
        { code: 'G2', name: '平原', overrides: [{ node: code, points: '3.5' }] },
      ],
      capGroups: [{ code: 'C', name: '三率', limits: 'deductions', points: '5', nodes: [code] }],
      vetoes: [
        { code: 'V', name: '重大案件', item: 'MA', atLeast: '2', effect: { kind: 'downgrade', grades: 1 } },
        {
          code: 'W',
          name: '弄虚作假',
          item: 'CB',
          atLeast: '1',
          effect: { kind: 'eligibility', barredGrades: ['YX'] },
        },
      ],
      grades: [
        { code: 'YX', name: '优秀', minScore: '90', minNodes: [{ node: code, points: '2' }] },
        { code: 'HG', name: '合格' },
      ],
      quotas: [{ grade: 'YX', limit: { kind: 'share', share: '0.3' }, tie: 'include' }],
      missing: { leaf: 'zero', notApplicable: 'redistribute', branch: { strategy: 'all-missing', minShare: '0.5' } },
    })
    expect(text).toContain(`不考评“${leaf?.name}”。`.replaceAll('"', '&quot;'))
    expect(text).toContain(`“${leaf?.name}”分值为3.5分。`)
    expect(text).toContain('合计最多扣5分。')
    expect(text).toContain('命案数达到2起的，等次降1等。')
    expect(text).toContain('达到1次的，不得评为优秀。')
    expect(text).toContain(`总分不低于90分，且“${leaf?.name}”不低于2分`)
    expect(text).toContain('各组“优秀”及以上最多占本组的30%')
    expect(text).toContain('该项记0分')
    expect(text).toContain('不足50%的，该大类不计分。')
  })
})
