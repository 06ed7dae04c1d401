import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { findCounty } from '@anjie/domain/divisions/findCounty'
import { readDivisionFile } from '@anjie/local/listing/readDivisionFile'
import { describe, expect, test } from 'vitest'

const read = (content: unknown): DivisionTree => {
  const tree = readDivisionFile('区划.json', new TextEncoder().encode(JSON.stringify(content)))
  if (!tree.ok) throw new Error(tree.error.join('\n'))
  return tree.value
}
/** As the statistics write provinces: codes and names are public facts, cut down to what a case needs. */
const HUBEI = read({
  province: { code: '42', name: '湖北省' },
  prefectures: [
    {
      code: '4206',
      name: '襄阳市',
      formerNames: ['襄樊市'],
      counties: [
        { code: '420602', name: '襄城区' },
        { code: '420607', name: '襄州区', formerNames: ['襄阳区'] },
      ],
    },
    {
      code: '4210',
      name: '荆州市',
      counties: [
        { code: '421002', name: '沙市区' },
        { code: '421003', name: '荆州区' },
      ],
    },
    {
      code: '4290',
      name: '省直辖县级行政区划',
      counties: [
        { code: '429004', name: '仙桃市' },
        { code: '429005', name: '潜江市' },
        { code: '429021', name: '神农架林区' },
      ],
    },
  ],
})
const CHONGQING = read({
  province: { code: '50', name: '重庆市' },
  prefectures: [
    {
      code: '5001',
      name: '市辖区',
      counties: [
        { code: '500101', name: '万州区' },
        { code: '500103', name: '渝中区' },
      ],
    },
    { code: '5002', name: '县', counties: [{ code: '500229', name: '城口县' }] },
  ],
})
const GUANGDONG = read({
  province: { code: '440000', name: '广东省' },
  prefectures: [
    {
      code: '440100',
      name: '广州市',
      counties: [
        { code: '440101', name: '市辖区' },
        { code: '440103', name: '荔湾区' },
      ],
    },
    { code: '441900', name: '东莞市' },
    { code: '442000', name: '中山市', counties: [{ code: '442000', name: '市辖区' }] },
  ],
})
const HAINAN = read({
  province: { code: '46', name: '海南省' },
  prefectures: [{ code: '4604', name: '儋州市', counties: [] }],
})
const SICHUAN = read({
  province: { code: '51', name: '四川省' },
  prefectures: [
    {
      code: '5117',
      name: '达州市',
      counties: [
        { code: '511702', name: '通川区' },
        { code: '511722', name: '宣汉县' },
      ],
    },
  ],
})

const found = (tree: DivisionTree, city: string, county: string) => {
  const place = findCounty(tree, city, county)
  return place.ok
    ? [place.value.county.code, place.value.cityName, place.value.county.name, place.value.township]
        .filter(Boolean)
        .join(' ')
    : place.error
}

describe('a place of a list is found as places are', () => {
  test.each([
    ['a county directly under its province, alone', HUBEI, '仙桃市', '', '429004 仙桃市 仙桃市'],
    ['… beside the province', HUBEI, '湖北省', '仙桃市', '429004 仙桃市 仙桃市'],
    ['… in the column of counties', HUBEI, '', '潜江市', '429005 潜江市 潜江市'],
    ['… beside itself', HUBEI, '仙桃市', '仙桃市', '429004 仙桃市 仙桃市'],
    ['… beside the statistics’ heading', HUBEI, '省直辖县级行政区划', '神农架林区', '429021 神农架林区 神农架林区'],
    ['… with a town where others have their county', HUBEI, '仙桃市', '张沟镇', '429004 仙桃市 仙桃市 张沟镇'],
    ['a municipality’s district', CHONGQING, '重庆市', '渝中区', '500103 重庆市 渝中区'],
    ['a municipality’s county', CHONGQING, '', '城口县', '500229 重庆市 城口县'],
    ['… beside the heading', CHONGQING, '市辖区', '万州区', '500101 重庆市 万州区'],
    ['a city without counties, alone', GUANGDONG, '东莞市', '', '441900 东莞市 东莞市'],
    ['… with a town', GUANGDONG, '东莞市', '东城街道', '441900 东莞市 东莞市 东城街道'],
    ['… that the statistics give one sum', GUANGDONG, '中山市', '小榄镇', '442000 中山市 中山市 小榄镇'],
    ['… of another province', HAINAN, '儋州市', '那大镇', '460400 儋州市 儋州市 那大镇'],
    ['a city by its former name', HUBEI, '襄樊市', '襄城区', '420602 襄阳市 襄城区'],
    ['a county by its former name', HUBEI, '襄阳市', '襄阳区', '420607 襄阳市 襄州区'],
    ['both spaced and by their governments', HUBEI, '荆 州市', '荆州区人民政府', '421003 荆州市 荆州区'],
    ['a functional zone, short', SICHUAN, '达州市', '高新区', '5117H1 达州市 高新区'],
    ['… in full', SICHUAN, '达州市', '达州高新技术产业开发区', '5117H1 达州市 高新区'],
    ['… with its city before it', SICHUAN, '达州市', '达州高新区', '5117H1 达州市 高新区'],
  ])('%s', (_what, tree, city, county, place) => {
    expect(found(tree, city, county)).toBe(place)
  })

  test.each([
    ['a misspelt city', SICHUAN, '达洲市', '通川区', '四川省没有“达洲市”，相近的有“达州市”'],
    ['a misspelt county', SICHUAN, '达州市', '通州区', '达州市没有“通州区”，相近的有“通川区”'],
    ['a short name', HUBEI, '荆州', '沙市区', '湖北省没有“荆州”，相近的有“荆州市”'],
    ['another province’s city', SICHUAN, '呼和浩特市', '', '四川省没有“呼和浩特市”'],
    ['a city alone that has counties', SICHUAN, '达州市', '', '达州市下没有写县（市、区）'],
    ['an unknown zone', SICHUAN, '达州市', '经开区', '功能区请先在区划文件中列为县级单位（代码如“5117H1”）'],
    ['no place at all', HUBEI, '', '', '没有写市，也没有写县（市、区）'],
  ])('%s is refused with what is like it', (_what, tree, city, county, reason) => {
    expect(found(tree, city, county)).toContain(reason)
  })

  test('a list from before a recorded change finds the county that came of it', () => {
    const changed = DivisionTree.parse({
      ...SICHUAN,
      changes: [
        {
          id: `51.${'0'.repeat(26)}`,
          kind: 'renamed',
          on: '2013-07-18',
          approvalReference: '国函〔2013〕1号',
          from: [{ code: '511721', name: '达县' }],
          to: [{ code: '511702', name: '通川区' }],
        },
      ],
    })
    expect(found(changed, '达州市', '达县')).toBe('511702 达州市 通川区')
    expect(found(SICHUAN, '达州市', '达县')).toContain('达州市没有“达县”')
  })
})
