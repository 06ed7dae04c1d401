/**
 * A second set of four exports, made by other rules than `fourExports`: other columns, days, numbers and spellings, and every way in which
 * such a file is wrong. What it is judged by is the answer of the command, so that reading counts as much as matching.
 */
export interface StrangeSettings {
  readonly seed: number
  readonly disputes: number
  readonly coverage: readonly number[]
  /** A sign of a name is wrong; the whole name is hidden but for its first sign; the parties stand the other way round. */
  readonly wrongSign: number
  readonly hidden: number
  readonly swapped: number
  /** Days later in another system; another year by a slip of the pen; no day at all. */
  readonly later: number
  readonly wrongYear: number
  readonly noDay: number
  readonly otherKind: number
  readonly otherVillage: number
  readonly noPlace: number
  /** The same row twice, the same dispute under two numbers, one for each party, two disputes in one row. */
  readonly twice: number
  readonly again: number
  readonly perParty: number
  readonly merged: number
  readonly quoted: number
  readonly numberless: number
  /** Texts of a form that says little more than the kind. */
  readonly formulaic: number
  /** No party columns at all in the last system. */
  readonly nameless: boolean
}

export const strange: StrangeSettings = {
  seed: 77_310,
  disputes: 1500,
  coverage: [0.8, 0.55, 0.7, 0.35],
  wrongSign: 0.04,
  hidden: 0.06,
  swapped: 0.3,
  later: 0.35,
  wrongYear: 0.01,
  noDay: 0.01,
  otherKind: 0.1,
  otherVillage: 0.02,
  noPlace: 0.03,
  twice: 0.01,
  again: 0.015,
  perParty: 0.003,
  merged: 0.004,
  quoted: 0.05,
  numberless: 0.004,
  formulaic: 0.4,
  nameless: false,
}

export interface StrangeSet {
  readonly mapping: unknown
  readonly files: readonly {
    readonly name: string
    readonly headings: readonly string[]
    readonly rows: readonly StrangeRow[]
  }[]
}
export interface StrangeRow {
  readonly cells: readonly string[]
  readonly truth: readonly number[]
}

const FAMILY = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
]
const NAMES =
  '志强 建国 秀兰 桂英 玉珍 小红 大勇 文斌 晓东 丽华 春梅 国庆 海燕 永福 子涵 雨欣 浩然 一鸣 天佑 思远 凤 军 敏 涛 静 磊 洋 艳 超 霞 德才 有田 长贵 金花 树林 顺发 家兴 兆丰 光明 正义'.split(
    ' ',
  )
/** The same village name in several townships, as there really is. */
const TOWNS = '龙泉镇 双河镇 马鞍镇 万寿镇 兴隆乡 东岳乡 凤鸣镇 莲花街道 石门乡 观音镇 黄桥镇 义和乡'.split(' ')
const HAMLETS = '新华村 团结村 红星村 五里村 板桥村 龙门村 双桥社区 张家湾村 青龙村 东风村'.split(' ')
const VARIANTS: Readonly<Record<string, string>> = {
  龙: '龍',
  双: '雙',
  马: '馬',
  万: '萬',
  兴: '興',
  东: '東',
  凤: '鳳',
  莲: '蓮',
  门: '門',
  观: '觀',
  黄: '黃',
  义: '義',
  镇: '鎮',
  乡: '鄉',
  华: '華',
  团: '團',
  结: '結',
  红: '紅',
  桥: '橋',
  张: '張',
  湾: '灣',
  风: '風',
}
const KINDS = [
  ['01', '婚姻家庭', ['因离婚后孩子由谁抚养一事起了争执', '兄弟之间为赡养父母互相推诿', '夫妻感情不和多次吵闹']],
  ['02', '邻里', ['因屋檐滴水与隔壁发生口角', '两户为一条便道能否通行互不相让', '邻居养鸡气味扰人而起纠纷']],
  ['04', '合同', ['收了定金未按期交货', '欠货款久拖不付', '装修质量与约定不符']],
  ['06', '损害赔偿', ['被狗咬伤后医药费谈不拢', '施工震裂墙体要求赔偿', '打架致人轻伤要求赔偿']],
  ['07', '山林土地', ['为一块承包地的边界争吵', '林木被砍要求赔偿', '流转土地租金未付']],
  ['10', '劳动争议', ['工程完工后工资一直未结清', '上班途中受伤单位不认', '被辞退未给补偿']],
  ['14', '道路交通事故', ['三轮车与小车相撞责任不清', '骑车摔伤要求赔付', '停车时剐蹭互不承认']],
  ['15', '物业管理', ['物业费上涨业主不满', '车位被占与保安争执', '电梯长期停运']],
] as const

function numbers(seed: number): () => number {
  // xorshift32
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

interface Matter {
  readonly id: number
  readonly town: number
  readonly hamlet: number
  readonly kind: number
  readonly text: string
  readonly day: number
  readonly parties: readonly string[]
  readonly sum: number
  readonly ended: 'agreed' | 'performed' | 'failed' | 'open'
}

const FIRST = Date.UTC(2025, 0, 1)
const partsOf = (day: number) => {
  const date = new Date(FIRST + day * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
const two = (value: number): string => String(value).padStart(2, '0')
const wide = (text: string): string =>
  text.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const traditional = (text: string): string => [...text].map((sign) => VARIANTS[sign] ?? sign).join('')
const DIGITS = '〇一二三四五六七八九'
const spelt = (value: number): string =>
  value < 10
    ? (DIGITS[value] ?? '')
    : `${value >= 20 ? DIGITS[Math.floor(value / 10)] : ''}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`

/** The same day in the ways that people write it. */
const DAYS: readonly ((day: number) => string)[] = [
  (day) => String(45_658 + day),
  (day) => `${partsOf(day).year}年${partsOf(day).month}月${partsOf(day).day}日`,
  (day) => `${String(partsOf(day).year).slice(2)}/${partsOf(day).month}/${partsOf(day).day}`,
  (day) => `${partsOf(day).year}.${partsOf(day).month}.${partsOf(day).day}`,
  (day) => wide(`${partsOf(day).year}-${two(partsOf(day).month)}-${two(partsOf(day).day)}`),
  (day) => `${partsOf(day).year}/${partsOf(day).month}/${partsOf(day).day} 9:05:00`,
  (day) =>
    `${[...String(partsOf(day).year)].map((digit) => DIGITS[Number(digit)]).join('')}年${spelt(partsOf(day).month)}月${spelt(partsOf(day).day)}日`,
  (day) => `${partsOf(day).year}-${two(partsOf(day).month)}-${two(partsOf(day).day)}T02:11:09.000+08:00`,
]

const OUTCOMES: readonly Readonly<Record<Matter['ended'], string>>[] = [
  { agreed: '1', performed: '1', failed: '0', open: '' },
  { agreed: '化解', performed: '化解', failed: '未化解', open: '化解中' },
  { agreed: '口头协议', performed: '书面协议', failed: '调解不成', open: '调解中' },
  { agreed: '撤诉', performed: '调解书', failed: '判决', open: '' },
]

export function strangeExports(settings: StrangeSettings): StrangeSet {
  const random = numbers(settings.seed)
  const happens = (rate: number): boolean => random() < rate
  const below = (most: number): number => Math.floor(random() * most)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const person = (): string => one(FAMILY) + one(NAMES)

  const matters = Array.from({ length: settings.disputes }, (_, id): Matter => {
    const kind = below(KINDS.length)
    const parties = [
      person(),
      happens(0.08) ? `${one(['双河', '万寿', '兴隆'])}${one(['建材', '物业', '运输'])}有限公司` : person(),
      ...(happens(0.08) ? [person()] : []),
    ]
    return {
      id,
      town: Math.floor(random() ** 1.4 * TOWNS.length),
      hamlet: below(HAMLETS.length),
      kind,
      text: one(KINDS[kind]?.[2] ?? ['']),
      day: below(365),
      parties,
      sum: happens(0.35) ? (below(300) + 1) * 50 : 0,
      ended: happens(0.6) ? 'performed' : happens(0.8) ? 'agreed' : happens(0.5) ? 'failed' : 'open',
    }
  })

  const known: string[][] = matters.map(() => [])
  const nameIn = (name: string): string => {
    const signs = [...name]
    if (signs.length > 4) return name
    if (happens(settings.hidden)) return `${signs[0]}${'*'.repeat(signs.length - 1)}`
    if (!happens(settings.wrongSign)) return name
    signs[1 + below(signs.length - 1)] = one([...'伟芸莉琼珊琪颖菊莹'])
    return signs.join('')
  }
  const told = (matter: Matter, parties: readonly string[], system: number): string => {
    const { text, sum } = matter
    if (happens(settings.formulaic))
      return `${KINDS[matter.kind]?.[1]}纠纷，${one(['已受理', '正在调解', '双方到场', '电话反映'])}`
    const money = sum === 0 ? '' : `，涉及${system % 2 === 0 ? sum : wide(String(sum))}元`
    return one([
      `${parties[0]}称${text}${money}`,
      `${text}${money}。经走访，双方各执一词。`,
      `${parties.at(-1)}与${parties[0]}，${text}`,
      `${HAMLETS[matter.hamlet]}${text}${money}，请求调解`,
    ])
  }

  const numberIn = (system: number, serial: number, day: number): string => {
    const { year, month } = partsOf(day)
    return (
      [
        `${year}${two(month)}${String(serial).padStart(6, '0')}`,
        `AQ${String(serial).padStart(7, '0')}`,
        `龙${'司'}调〔${year}〕${serial}号`,
        `(${year})川0199民诉前调${serial}号`,
      ][system] ?? ''
    )
  }

  const headings = [
    [
      '流水号',
      '登记时间',
      '所属街镇',
      '所属村社',
      '矛盾类别代码',
      '内容摘要',
      '甲方',
      '乙方',
      '是否成功',
      '完成时间',
      '备注号',
    ],
    ['事项编码', '上报日', '地址', '事项类型', '描述', '人员', '进展', '进展日'],
    ['编号', '受理', '镇', '村', '类型名', '案由', '双方当事人', '手机', '结果', '达成日', '履行完毕日', '对方编号'],
    ['案号', '立案日', '案由', '原告', '被告', '住址', '标的', '事实', '来函编号', '结案', '结案日'],
  ]

  const files = headings.map((heads, system) => {
    const rows: StrangeRow[] = []
    let serial = 100
    const held = matters.filter(() => happens(settings.coverage[system] ?? 0))
    const gone = new Set<number>()
    const phoneOf = (matter: Matter): string => `1390${String(matter.id).padStart(7, '0')}`
    const write = (matter: Matter, parties: readonly string[], other?: Matter): StrangeRow => {
      serial += 1
      const slip = happens(settings.wrongYear) ? (happens(0.5) ? 366 : -365) : 0
      const received = matter.day + (happens(settings.later) ? below(happens(0.8) ? 6 : 30) : 0)
      const ended = received + 2 + below(25)
      const style = happens(0.8) ? system * 2 : below(DAYS.length)
      const write = (day: number): string => DAYS[style]?.(day) ?? ''
      const receivedText = happens(settings.noDay) ? '' : write(received + slip)
      const own = happens(settings.numberless) ? '' : numberIn(system, serial, received)
      const listed = known[matter.id] ?? []
      const quote = listed.length > 0 && happens(settings.quoted) ? one(listed) : ''
      if (own !== '') listed.push(own)
      const kindAt = happens(settings.otherKind) ? below(KINDS.length) : matter.kind
      const [code = '', kindName = ''] = KINDS[kindAt] ?? []
      const isPlaced = !happens(settings.noPlace)
      const town = isPlaced ? (TOWNS[matter.town] ?? '') : ''
      const hamlet = isPlaced
        ? (HAMLETS[happens(settings.otherVillage) ? below(HAMLETS.length) : matter.hamlet] ?? '')
        : ''
      const spelling = (text: string): string => (system === 3 ? traditional(text) : text)
      const all = [...parties, ...(other?.parties ?? [])].map(nameIn)
      const names = happens(settings.swapped) ? all.toReversed() : all
      const text = told(matter, names, system)
      const outcome = OUTCOMES[system]?.[matter.ended] ?? ''
      const isOver = matter.ended === 'agreed' || matter.ended === 'performed'
      const endText = isOver ? write(ended) : ''
      const cells = [
        () => [
          own,
          receivedText,
          town,
          hamlet,
          code,
          text,
          names[0] ?? '',
          names.slice(1).join('、'),
          outcome,
          endText,
          quote,
        ],
        () => [
          own,
          receivedText,
          `安居市城北县${town}${hamlet}${below(8) + 1}社`,
          `${kindName}纠纷`,
          text,
          names.join('，'),
          outcome,
          endText,
        ],
        () => [
          wide(own),
          receivedText,
          town.replace(/镇|乡|街道/, happens(0.3) ? '' : '$&'),
          hamlet.replace(/村$/, happens(0.4) ? '村委会' : '村'),
          kindName,
          text,
          names.join('与'),
          happens(0.1) ? phoneOf(matter) : '',
          outcome,
          endText,
          matter.ended === 'performed' ? write(ended + 3) : '',
          quote,
        ],
        () => [
          own,
          receivedText,
          `${kindName}案`,
          settings.nameless ? '' : (names[0] ?? ''),
          settings.nameless ? '' : names.slice(1).join('；'),
          spelling(`城北縣${town}${hamlet}`),
          matter.sum === 0 ? '' : `${matter.sum}.00`,
          text,
          quote,
          outcome,
          endText,
        ],
      ][system]
      return { cells: cells?.() ?? [], truth: other === undefined ? [matter.id] : [matter.id, other.id] }
    }
    for (const matter of held) {
      if (gone.has(matter.id)) continue
      const other = happens(settings.merged)
        ? held.find(
            (each) =>
              each.id > matter.id && each.town === matter.town && each.kind === matter.kind && !gone.has(each.id),
          )
        : undefined
      if (other !== undefined) gone.add(other.id)
      if (other === undefined && happens(settings.perParty)) {
        for (const party of matter.parties) rows.push(write(matter, [party]))
        continue
      }
      const row = write(matter, matter.parties, other)
      rows.push(row)
      if (happens(settings.twice)) rows.push(row)
      if (happens(settings.again)) rows.push(write(matter, matter.parties, other))
    }
    return { name: `${'甲乙丙丁'[system]}.csv`, headings: heads, rows }
  })
  return { mapping: strangeMapping, files }
}

const strangeMapping = {
  version: 1,
  period: { from: '2025-01-01', to: '2025-12-31' },
  systems: [
    {
      system: 'a',
      name: '甲系统',
      columns: {
        caseNumber: '流水号',
        otherNumbers: '备注号',
        receivedOn: '登记时间',
        township: '所属街镇',
        village: '所属村社',
        kind: '矛盾类别代码',
        summary: '内容摘要',
        parties: ['甲方', '乙方'],
        outcome: '是否成功',
        closedOn: '完成时间',
      },
      outcomes: { 1: ['agreed', 'closed'], 0: ['closed'] },
      resolved: ['agreed'],
    },
    {
      system: 'b',
      name: '乙系统',
      columns: {
        caseNumber: '事项编码',
        receivedOn: '上报日',
        address: '地址',
        kind: '事项类型',
        summary: '描述',
        parties: '人员',
        outcome: '进展',
        closedOn: '进展日',
      },
      outcomes: { 化解: ['closed'], 未化解: [], 化解中: [] },
      resolved: ['closed'],
    },
    {
      system: 'c',
      name: '丙系统',
      columns: {
        caseNumber: '编号',
        otherNumbers: '对方编号',
        receivedOn: '受理',
        township: '镇',
        village: '村',
        kind: '类型名',
        summary: '案由',
        parties: '双方当事人',
        phones: '手机',
        outcome: '结果',
        agreedOn: '达成日',
        performedOn: '履行完毕日',
      },
      outcomes: { 口头协议: ['agreed'], 书面协议: ['agreed', 'performed'], 调解不成: ['closed'], 调解中: [] },
      resolved: ['agreed', 'performed'],
    },
    {
      system: 'd',
      name: '丁系统',
      columns: {
        caseNumber: '案号',
        otherNumbers: '来函编号',
        receivedOn: '立案日',
        kind: '案由',
        parties: ['原告', '被告'],
        address: '住址',
        amount: '标的',
        summary: '事实',
        outcome: '结案',
        closedOn: '结案日',
      },
      kinds: Object.fromEntries(KINDS.map(([code, name]) => [`${name}案`, code])),
      outcomes: { 撤诉: ['settled', 'closed'], 调解书: ['agreed', 'closed'], 判决: ['closed'] },
      resolved: ['agreed', 'settled'],
    },
  ],
}
