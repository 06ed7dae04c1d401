import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { UnitRow } from '@anjie/contracts/vocabulary/units/unitRow'
import { REPORT_COUNTY, SITUATION_COUNTY } from './demoPeople.ts'
import { AFTERCARE_TOWNSHIP, AFTERCARE_VILLAGES } from './seedAftercare.ts'
import { MOVE_UNITS } from './seedMoves.ts'
import { OBJECTED_VILLAGES } from './seedObjections.ts'

/** 33 townships, as many as the county of the report has; three villages and a community in each of the first ones. */
export const DEMO_TOWNSHIPS: readonly string[] = [
  '霜台镇 云坞镇 石渡镇 柏坪镇 雁滩镇 鹿鸣镇 松陂镇 竹塘镇 栖岭镇 碧涧镇 青埠镇',
  '枕泉镇 望岫镇 澄江镇 月坪镇 双榆镇 玉屏岭乡 槐川乡 兰溪坝乡 丹霞峪乡 白鹭洲乡 银杏坪乡',
  '藕塘乡 麦岭乡 梨川乡 杏坝乡 桃坞乡 茶岗乡 稻香乡 荻浦乡 芦湾乡 蒲泽乡 榆陂街道',
].flatMap((line) => line.split(' '))
/** Line units of the county that supervision called in. */
export const DEMO_DEPARTMENTS: readonly string[] = [
  '榆陂县公安局',
  '榆陂县教育局',
  '榆陂县卫生健康局',
  '榆陂县住房和城乡建设局',
  '榆陂县交通运输局',
  '榆陂县应急管理局',
]
const VILLAGES = ['晨光村', '清泉村', '前进村']

/** Where the county tries out a commissioner in each village; one of the villages merges. */
export const PILOT_TOWNSHIP = '芦湾乡'
const PILOT_VILLAGES = ['湾口村', '东芦村', '西芦村', '新洲村', '荷叶村', '老洲村']

const SITUATION_VILLAGES = [
  '新风村',
  '石桥村',
  '枫林村',
  '旧渡村',
  '桃源村',
  '双井村',
  '柳堤村',
  '杏花村',
  '梅岭村',
  '竹溪村',
  '松坪村',
  '兰桥村',
]

const validFrom = PlainDate.parse('2020-01-01')

/** The grassroots units with which the demo begins, all invented. */
export function demoUnits(): UnitRow[] {
  const county = CountyCode.parse(REPORT_COUNTY)
  return [
    ...DEMO_TOWNSHIPS.map((name): UnitRow => ({ county, kind: 'township', name, validFrom })),
    ...DEMO_TOWNSHIPS.slice(0, 6).flatMap((parentName) =>
      VILLAGES.map(
        (name): UnitRow => ({
          county,
          kind: 'village',
          name: `${parentName.slice(0, 2)}${name}`,
          parentName,
          validFrom,
        }),
      ),
    ),
    ...PILOT_VILLAGES.map(
      (name): UnitRow => ({ county, kind: 'village', name, parentName: PILOT_TOWNSHIP, validFrom }),
    ),
    { county, kind: 'hospital', name: '榆陂县人民医院', validFrom },
    { county, kind: 'campus', name: '榆陂县第一中学', validFrom },
    { county, kind: 'community', name: '榆陂桥社区', parentName: '榆陂街道', validFrom },
    { county, kind: 'police-station', name: '霜台派出所', parentName: '霜台镇', validFrom },
    ...situationUnits(),
    ...MOVE_UNITS,
    { county, kind: 'justice-office', name: '霜台司法所', parentName: '霜台镇', validFrom },
    ...DEMO_DEPARTMENTS.map((name): UnitRow => ({ county, kind: 'department', name, validFrom })),
    ...aftercareUnits(),
  ]
}

/** One township with its villages, whose applications and titles show what may become of them. */
function situationUnits(): UnitRow[] {
  const county = CountyCode.parse(SITUATION_COUNTY)
  const parentName = '桐溪镇'
  return [
    { county, kind: 'township', name: parentName, validFrom },
    ...[...SITUATION_VILLAGES, ...OBJECTED_VILLAGES].map(
      (name): UnitRow => ({ county, kind: 'village', name, parentName, validFrom }),
    ),
  ]
}

/** Another township, whose titles show what becomes of them afterwards. */
function aftercareUnits(): UnitRow[] {
  const county = CountyCode.parse(SITUATION_COUNTY)
  const parentName = AFTERCARE_TOWNSHIP
  return [
    { county, kind: 'township', name: parentName, validFrom },
    ...AFTERCARE_VILLAGES.map((name): UnitRow => ({ county, kind: 'village', name, parentName, validFrom })),
  ]
}
