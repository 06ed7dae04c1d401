import { readFileSync } from 'node:fs'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { findCounty } from '@anjie/domain/divisions/findCounty'
import { runCommand } from '@anjie/function-platform/runCommand'
import { readDivisionFile } from '@anjie/local/listing/readDivisionFile'
import { digest } from '@anjie/store'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { expect, test } from 'vitest'
import { NOW, systemMark } from '../builders/context.ts'

interface Place {
  readonly code: string
  readonly name: string
  readonly children: Place[]
}

/** The common public form of all provinces, out of its codes and names; the source stands in the file's head. */
function publicForm(): readonly Place[] {
  const text = readFileSync(new URL('./data/provinces2023.txt', import.meta.url), 'utf8')
  const places = new Map<string, Place>()
  const provinces: Place[] = []
  for (const line of text.split('\n').filter((each) => /^\d/.test(each))) {
    const [code = '', name = ''] = line.split(' ')
    const place = { code, name, children: [] }
    places.set(code, place)
    const parent = places.get(code.slice(0, 4)) ?? places.get(code.slice(0, 2))
    if (code.length === 2) provinces.push(place)
    else (code.length === 4 ? places.get(code.slice(0, 2)) : parent)?.children.push(place)
  }
  return provinces
}

const PROVINCES = publicForm()
const FILE = new TextEncoder().encode(JSON.stringify(PROVINCES))

const treeOf = (code: string): DivisionTree => {
  const read = readDivisionFile('全国.json', FILE, code)
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

/** Loads a tree as the operator does, into a system where there is nothing. */
function emptySystem(province: string) {
  const stores = memoryStores()
  const plumbing = {
    openStore: (code: string) => stores.openPlatformStore(code, systemMark()),
    logIns: stores.logIns,
    ownProvince: treeOf(province).province.code,
    now: NOW,
    digest,
  }
  return (divisions: DivisionTree) => runCommand({ command: 'loadDivisions', divisions }, plumbing)
}

/** How a list writes the city: not at all where the statistics have a mere heading. */
const writtenCity = (tree: DivisionTree, city: string): string => {
  const { name = '' } = tree.cities.find(({ code }) => code === city) ?? {}
  return /^(市辖区|县)$|直辖/.test(name) ? '' : name
}

test('the file has the 31 provinces of the mainland', () => {
  expect(PROVINCES.map(({ code }) => code).join(' ')).toBe(
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65',
  )
})

test.each(PROVINCES.map(({ code, name }) => [name, code] as const))(
  '%s loads into an empty system, once more changes nothing, and each of its counties is found by its names',
  async (name, code) => {
    const tree = treeOf(code)
    expect(tree.province).toEqual({ code, name })
    const load = emptySystem(code)
    expect(await load(tree)).toEqual({ ok: true, changed: true, version: 1 })
    expect(await load(tree)).toEqual({ ok: true, changed: false, version: 1 })
    const wrong = tree.counties.flatMap((county) => {
      const found = findCounty(tree, writtenCity(tree, county.city), county.name)
      return found.ok && found.value.county.code === county.code ? [] : [found.ok ? county : found.error]
    })
    expect(wrong).toEqual([])
  },
)

test('what is odd about provinces is in the file, and none of it is lost', () => {
  const names = (code: string, ...wanted: readonly string[]) =>
    treeOf(code)
      .counties.filter((county) => wanted.includes(county.name))
      .map((county) => `${county.code} ${county.name}`)
  expect(names('41', '济源市')).toEqual(['419001 济源市'])
  expect(names('42', '仙桃市', '神农架林区')).toEqual(['429004 仙桃市', '429021 神农架林区'])
  expect(names('44', '东莞市', '中山市')).toEqual(['441900 东莞市', '442000 中山市'])
  expect(names('46', '儋州市', '五指山市')).toEqual(['460400 儋州市', '469001 五指山市'])
  expect(names('50', '万州区', '城口县')).toEqual(['500101 万州区', '500229 城口县'])
  expect(names('62', '嘉峪关市')).toEqual(['620200 嘉峪关市'])
  expect(names('65', '石河子市')).toEqual(['659001 石河子市'])
  expect(names('13', '石家庄高新技术产业开发区')).toEqual(['130171 石家庄高新技术产业开发区'])
  expect(names('51', '高新区')).toEqual(['5117H1 高新区'])
})

test('a list of 2019 finds the county that was renamed and got another code in 2020, over further changes too', () => {
  // Names and codes as published; the source gives years, the days are the test's.
  const tree: DivisionTree = {
    ...treeOf('51'),
    successors: [
      { from: '510132', name: '新津县', to: '510118', on: '2020-06-30' },
      { from: '511821', name: '名山县', to: '511803', on: '2013-03-31' },
    ].map((line) => line as NonNullable<DivisionTree['successors']>[number]),
  }
  const code = (city: string, county: string) => {
    const found = findCounty(tree, city, county)
    return found.ok ? found.value.county.code : found.error
  }
  expect(code('成都市', '新津县')).toBe('510118')
  expect(code('雅安市', '名山县人民政府')).toBe('511803')
  expect(code('成都市', '新金县')).toMatch(/成都市没有“新金县”，相近的有.*“新津县”/)
  const again = {
    ...tree,
    successors: [...(tree.successors ?? []), { from: '510118', to: '510117', on: '2024-01-01' }],
  }
  const found = findCounty(again as DivisionTree, '成都市', '新津县')
  expect(found.ok && found.value.county.code).toBe('510117')
})
