/**
 * The county report's own figures as rows of registers: 496 centres of which 102, 360 and 33 have a class and one has none; grids with
 * 99,800 matters of which 99.98 % were closed in them; six networks; 462 + 11 mediation organisations; named stations and offices;
 * meetings, inspections and funds. Shown under an invented county's names; how they are spread over its townships is invented.
 */
type Row = Readonly<Record<string, string>>

const VILLAGE_NAMES = '晨光 清泉 前进 新丰 石门 柳林 长岭 高桥 双河 红星 太平 东坪 西坝 南沟'.split(' ')

/** `count` in so many parts that add up to it, the first ones larger by one. */
export const spread = (count: number, parts: number): readonly number[] =>
  Array.from({ length: parts }, (_, at) => Math.floor(count / parts) + (at < count % parts ? 1 : 0))

const shortName = (township: string): string => township.slice(0, -1).replace(/街$/, '')

/** Which of the 496 has no class: the sums of the report are one short of its total. */
const WITHOUT_CLASS = 441

export function reportRows(townships: readonly string[], year: number): Readonly<Record<string, readonly Row[]>> {
  const villages = townships.flatMap((township) =>
    VILLAGE_NAMES.map((name) => ({ township, name: `${shortName(township)}${name}村` })),
  )
  return {
    centres: [
      {
        name: '县综治中心',
        place: '本县',
        level: '县级',
        area: '1200',
        rooms: '8',
        fulltime: '9',
        parttime: '0',
        video: '全部接入',
      },
      ...townships.map((township, at) => ({
        name: `${township}综治中心`,
        place: township,
        level: '乡镇（街道）',
        area: String(500 + (at % 5) * 20),
        rooms: '6',
        fulltime: at % 2 === 0 ? '4' : '5',
        video: '全部接入',
      })),
      ...villages.map(({ township, name }, at) => ({
        name: `${name}综治中心`,
        place: township,
        level: '村（社区）',
        area: String(180 + (at % 9) * 10),
        rooms: '3',
        fulltime: '1',
        parttime: String(2 + (at % 3)),
        video: at % 7 === 0 ? '部分接入' : '全部接入',
      })),
    ].map((row, at) => ({ ...row, ...classOf(at) })),
    grids: townships.map((place, at) => ({
      place,
      kind: place.endsWith('街道') ? '城区' : '农村',
      grids: at === townships.length - 1 ? '119' : '21',
      micro: place.endsWith('街道') ? '836' : '0',
      branches: place.endsWith('街道') ? '119' : '0',
      fulltime: String(spread(76, townships.length)[at]),
      parttime: String(spread(827 - 76, townships.length)[at]),
      police: String(spread(462, townships.length)[at]),
      found: String(spread(99_800, townships.length)[at]),
      passed: String(spread(20, townships.length)[at]),
      closed: String(spread(99_780, townships.length)[at]),
      overdue: '0',
    })),
    mediation: [
      ...villages.map(({ township, name }) => ({
        name: `${name}人民调解委员会`,
        place: township,
        kind: '村（社区）',
        members: '5',
        women: '1',
        fulltime: '0',
        parttime: '13',
      })),
      ...['医患', '道路交通', '物业', '劳动争议', '婚姻家庭', '土地', '环境', '消费', '学校', '商会', '金融'].map(
        (name) => ({
          name: `${name}纠纷人民调解委员会`,
          place: '本县',
          kind: '行业性、专业性',
          members: '7',
          women: '2',
          fulltime: '3',
          parttime: '4',
        }),
      ),
    ],
    video: [
      network('天网工程', 580, 580, '县公安局'),
      network('雪亮工程', 2940, 2940, '县委政法委'),
      network('慧眼工程', 100_000, 45_000, '县公安局'),
      network('应急广播', 132, 132, '县融媒体中心'),
      network('智慧交通', 38, 38, '县交警大队'),
      network('数字城管', 219, 219, '县综合执法局'),
    ],
    named: [
      { name: `${townships[0]}派出所`, place: townships[0] ?? '', kind: '公安派出所', title: '枫桥式', grade: '省级' },
      {
        name: `${townships[1]}司法所`,
        place: townships[1] ?? '',
        kind: '司法所',
        title: '全国模范司法所',
        grade: '国家级',
      },
      ...offices(townships, 2, 2, '省级'),
      ...offices(townships, 4, 11, '市级'),
      ...offices(townships, 15, 16, '县级'),
    ],
    courts: townships.map((place, at) => ({
      place,
      courts: at < 7 ? '1' : '0',
      stations: String(spread(36, townships.length)[at]),
      points: String(spread(462, townships.length)[at]),
    })),
    leadership: [
      ...times(8, '县委常委会、政府常务会研究', '研究平安建设和政法工作', year),
      ...times(2, '平安建设领导小组会议', '平安建设领导小组会议', year),
      ...times(5, '工作推进会议', '平安建设工作推进会', year),
      ...times(8, '专项督导', '基层治理专项督导', year),
      ...times(2, '政治轮训', '乡镇政法委员政治轮训', year),
      ...times(6, '业务培训', '乡镇政法委员业务培训', year),
      ...times(40, '主要领导一线督导', '主要领导到乡镇、重点领域督导', year),
      { ...times(1, '调度乡镇', '分批调度乡镇', year)[0], townships: '55' },
      { ...times(1, '通报或约谈', '通报批评或约谈', year)[0], townships: '25', offices: '6' },
    ],
    funds: [
      { project: '三级综治中心', use: '综治中心', amount: '3200' },
      { project: '雪亮工程和情报指挥中心', use: '视频监控', amount: '4100' },
      { project: '诉源治理联调中心', use: '联调中心', amount: '900' },
      { project: '智慧检务', use: '信息化', amount: '600' },
    ],
  }
}

function classOf(at: number): Row {
  if (at === WITHOUT_CLASS) return {}
  const place = at < WITHOUT_CLASS ? at : at - 1
  return { class: place < 102 ? '示范类' : place < 462 ? '创建类' : '带动类' }
}

const network = (name: string, points: number, connected: number, owner: string): Row => ({
  network: name,
  points: String(points),
  connected: String(connected),
  used: String(connected),
  storage: '30',
  owner,
})

const offices = (townships: readonly string[], from: number, count: number, grade: string): readonly Row[] =>
  townships.slice(from, from + count).map((place) => ({
    name: `${place}司法所`,
    place,
    kind: '司法所',
    title: '枫桥式',
    grade,
  }))

const times = (count: number, kind: string, matter: string, year: number): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({
    on: `${year}-${String(1 + (at % 10)).padStart(2, '0')}-${String(5 + ((at * 7) % 20)).padStart(2, '0')}`,
    kind,
    matter: count === 1 ? matter : `${matter}（第${at + 1}次）`,
  }))
