/**
 * Four exports of one county's disputes, invented from a seed: which entries stand for the same dispute is known. Faults of
 * every kind that such exports have are put in at stated rates.
 */
export interface ExportSettings {
  readonly seed: number
  readonly disputes: number
  /** How many of the disputes each system holds. */
  readonly coverage: readonly number[]
  readonly typo: number
  readonly shiftedDay: number
  readonly otherKind: number
  readonly wrongVillage: number
  readonly split: number
  readonly merged: number
  readonly quoted: number
  readonly masked: number
  readonly rewritten: number
  /** New disputes of the same parties in the same village, half a year later or sooner. */
  readonly again: number
}

export const usual: ExportSettings = {
  seed: 20_251_201,
  disputes: 24_000,
  coverage: [0.83, 0.83, 0.83, 0.83],
  typo: 0.03,
  shiftedDay: 0.25,
  otherKind: 0.12,
  wrongVillage: 0.02,
  split: 0.02,
  merged: 0.005,
  quoted: 0.08,
  masked: 0.05,
  rewritten: 0.5,
  again: 0.02,
}

export interface ExportedRow {
  readonly cells: readonly string[]
  /** The disputes that the row stands for; two where they were entered as one. */
  readonly truth: readonly number[]
}

export interface FourExports {
  readonly files: readonly { readonly headings: readonly string[]; readonly rows: readonly ExportedRow[] }[]
}

/** Mulberry32: the same numbers from the same seed everywhere. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文辉玉兰海波春梅志红云飞鹏斌宇浩凯健俊帆雪慧琴凤洁林鑫利清玲荣成学德永福贵昌庆',
]
const SIGNS = [...'东西南北上下大小石河山田林桥湾坪坝寨堰塘沟岩井泉坡岭龙凤金银青白红新古高长双']
const KINDS = [
  ['01', '婚姻家庭', ['离婚', '赡养老人', '分家析产', '抚养费', '家庭口角']],
  ['02', '邻里', ['宅基地边界', '排水沟堵塞', '噪声扰民', '采光遮挡', '通行道路']],
  ['03', '房屋宅基地', ['房屋漏水', '建房占地', '租房押金', '房屋买卖']],
  ['04', '合同', ['买卖货款', '借款未还', '承揽加工', '定金退还']],
  ['06', '损害赔偿', ['打架受伤', '宠物咬伤', '施工砸伤', '车辆刮蹭']],
  ['07', '山林土地', ['承包地流转', '林地界线', '青苗补偿', '灌溉用水']],
  ['08', '征地拆迁', ['补偿标准', '安置房面积', '坟墓迁移']],
  ['10', '劳动争议', ['拖欠工资', '工伤赔偿', '解除合同补偿']],
  ['13', '医疗', ['手术后遗症', '用药反应', '收费争议']],
  ['14', '道路交通事故', ['追尾', '摩托车相撞', '行人受伤']],
  ['15', '物业管理', ['物业费', '电梯停运', '停车位']],
] as const

/** Each system's own words or codes of the kinds, in the order of the table above. */
export const KIND_WORDS: readonly (readonly string[])[] = [
  KINDS.map(([code]) => code),
  KINDS.map(([, name]) => `${name}类`),
  KINDS.map(([, name]) => `${name}纠纷`),
  KINDS.map((_, index) => `A${index + 1}`),
]

interface Dispute {
  readonly id: number
  readonly township: number
  readonly village: number
  readonly kind: number
  readonly topic: string
  readonly detail: string
  readonly day: number
  readonly parties: readonly string[]
  readonly amount: number
  readonly agreed: boolean
  readonly performed: boolean
}

const START = Date.UTC(2025, 0, 1)
const DAY = 86_400_000
const iso = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10)

export const HEADINGS: readonly (readonly string[])[] = [
  ['纠纷编号', '乡镇', '村居', '纠纷类型', '受理时间', '简要情况', '当事人', '关联编号', '办理结果', '结案时间'],
  ['序号', '事件编号', '发生地点', '类别', '发现日期', '事件描述', '涉事人员', '化解情况', '化解日期'],
  [
    '卷宗号',
    '调解委员会',
    '所在乡镇',
    '所在村',
    '纠纷类别',
    '申请日期',
    '纠纷事实',
    '申请人',
    '被申请人',
    '调解结果',
    '协议日期',
    '履行日期',
  ],
  ['案号', '收案日期', '案由代码', '当事人姓名', '住所地', '标的额', '诉求', '来源编号', '结案方式', '结案日期'],
]

export function fourExports(settings: ExportSettings): FourExports {
  const random = chance(settings.seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const happens = (rate: number): boolean => random() < rate
  const townships = Array.from(
    { length: 33 },
    (_, at) => `${SIGNS[at % SIGNS.length]}${SIGNS[(at * 7 + 3) % SIGNS.length]}${at % 5 === 0 ? '乡' : '镇'}`,
  )
  const villages = townships.map((_, t) =>
    Array.from(
      { length: 14 },
      (_x, at) =>
        `${SIGNS[(t * 5 + at * 3) % SIGNS.length]}${SIGNS[(t + at * 11 + 1) % SIGNS.length]}${at === 0 ? '社区' : '村'}`,
    ),
  )
  const person = (): string =>
    `${SURNAMES[Math.floor(random() ** 2 * SURNAMES.length)]}${pick(GIVEN)}${happens(0.75) ? pick(GIVEN) : ''}`

  const disputes: Dispute[] = []
  while (disputes.length < settings.disputes) {
    const before = happens(settings.again) ? disputes[Math.floor(random() * disputes.length)] : undefined
    const kind = before?.kind ?? Math.floor(random() ** 1.6 * KINDS.length)
    const topic = pick(KINDS[kind]?.[2] ?? [''])
    const agreed = happens(0.93)
    disputes.push({
      id: disputes.length,
      township: before?.township ?? Math.floor(random() * townships.length),
      village: before?.village ?? Math.floor(random() ** 1.3 * 14),
      kind,
      topic,
      detail: `${pick(['因', '为', '由于'])}${topic}${pick(['发生争执', '产生纠纷', '互不相让', '多次争吵', '协商未果'])}，${pick(['要求赔偿', '要求处理', '希望调解', '请求解决', '要求返还'])}${Math.floor(random() * 900 + 100)}${pick(['元', '平方米', '元现金', '斤', '米'])}`,
      day: before === undefined ? Math.floor(random() * 365) : (before.day + 60 + Math.floor(random() * 200)) % 365,
      parties: before?.parties ?? [person(), person()],
      amount: happens(0.4) ? Math.floor(random() * 500) * 100 + 100 : 0,
      agreed,
      performed: agreed && happens(0.8),
    })
  }

  const wrongSign = (name: string): string => {
    const signs = [...name]
    signs[Math.floor(random() * (signs.length - 1)) + 1] = pick(GIVEN)
    return signs.join('')
  }
  const written = (name: string): string => {
    if (happens(settings.masked)) return `${[...name][0]}某${[...name].length > 2 ? '某' : ''}`
    return happens(settings.typo) ? wrongSign(name) : name
  }
  const reworded = (dispute: Dispute, village: string): string => {
    const { detail, topic, parties } = dispute
    if (!happens(settings.rewritten)) return `${village}村民${parties[0]}与${parties[1]}${detail}`
    return pick([
      `${parties[0]}反映${village}${parties[1]}一事：${detail}，经了解情况属实`,
      `当事人双方${detail}。`,
      `${village}居民${topic}问题，${detail.slice(-14)}`,
      `${topic}：${parties[0]}、${parties[1]}，${detail.slice(0, 16)}`,
    ])
  }
  const day = (dispute: Dispute): number => {
    if (!happens(settings.shiftedDay)) return dispute.day
    return Math.max(0, dispute.day + (happens(0.8) ? Math.floor(random() * 10) : Math.floor(random() * 45)))
  }

  const numberOf = (system: number, serial: number, township: number): string => {
    const text = String(serial).padStart(5, '0')
    return (
      [
        `ZF2025${String(township).padStart(2, '0')}${text}`,
        `WW-2025-${text}`,
        `（2025）${townships[township]?.slice(0, 2)}人调字第${serial}号`,
        `(2025)安9901诉前调${serial}号`,
      ][system] ?? ''
    )
  }
  const firstNumbers: string[][] = disputes.map(() => [])
  const files = HEADINGS.map((headings, system) => {
    const rows: ExportedRow[] = []
    const held = disputes.filter(() => happens(settings.coverage[system] ?? 0))
    let serial = 0
    const waiting = [...held]
    for (let at = 0; at < waiting.length; at += 1) {
      const dispute = waiting[at] as Dispute
      // Two of one village and kind that follow each other within days and were entered as one.
      const second = happens(settings.merged)
        ? held.find(
            (other) =>
              other.id > dispute.id &&
              other.village === dispute.village &&
              other.township === dispute.township &&
              other.kind === dispute.kind &&
              Math.abs(other.day - dispute.day) < 20,
          )
        : undefined
      const times = happens(settings.split) ? 2 : 1
      for (let time = 0; time < times; time += 1) {
        serial += 1
        const number = numberOf(system, serial, dispute.township)
        const known = firstNumbers[dispute.id] ?? []
        const quote = happens(settings.quoted) ? (known[0] ?? '') : ''
        if (time === 0) known.push(number)
        const village =
          villages[dispute.township]?.[happens(settings.wrongVillage) ? Math.floor(random() * 14) : dispute.village] ??
          ''
        const township = townships[dispute.township] ?? ''
        const kind =
          KIND_WORDS[system]?.[happens(settings.otherKind) ? Math.floor(random() * KINDS.length) : dispute.kind] ?? ''
        const received = day(dispute) + time * Math.floor(random() * 12)
        const names = [...dispute.parties, ...(second?.parties ?? [])].map(written)
        const text = `${reworded(dispute, village)}${quote !== '' && system % 2 === 1 ? `（原编号${quote}）` : ''}`
        const outcome = happens(0.02) ? !dispute.agreed : dispute.agreed
        const end = iso(Math.min(400, received + 3 + Math.floor(random() * 20)))
        const cells = [
          () => [
            number,
            township,
            village,
            kind,
            iso(received),
            text,
            names.join('、'),
            quote,
            outcome ? '调解成功' : '调解不成功',
            outcome ? end : '',
          ],
          () => [
            String(serial),
            number,
            `安宁县${township}${village}${Math.floor(random() * 9) + 1}组`,
            kind,
            iso(received).replaceAll('-', '/'),
            text,
            names.join(' '),
            outcome ? '已化解' : '未化解',
            outcome ? end.replaceAll('-', '/') : '',
          ],
          () => [
            number,
            `${village}人民调解委员会`,
            township,
            village,
            kind,
            `${iso(received).slice(0, 4)}年${Number(iso(received).slice(5, 7))}月${Number(iso(received).slice(8))}日`,
            text,
            names[0] ?? '',
            names.slice(1).join('，'),
            outcome ? '达成协议' : '终止调解',
            outcome ? end : '',
            outcome && dispute.performed ? end : '',
          ],
          () => [
            number,
            iso(received).replaceAll('-', ''),
            kind,
            names.join('；'),
            `${township}${village}`,
            dispute.amount === 0 ? '' : String(dispute.amount),
            text,
            quote,
            outcome ? pick(['调解', '司法确认']) : '立案',
            end,
          ],
        ][system]
        rows.push({ cells: cells?.() ?? [], truth: second === undefined ? [dispute.id] : [dispute.id, second.id] })
      }
      if (second !== undefined) waiting.splice(waiting.indexOf(second), waiting.indexOf(second) > at ? 1 : 0)
    }
    return { headings, rows }
  })
  return { files }
}

/** The mapping of those four. */
export const fourMappings = {
  version: 1,
  systems: [
    {
      system: 'province',
      name: '省矛盾纠纷多元化解信息系统',
      columns: {
        caseNumber: '纠纷编号',
        otherNumbers: '关联编号',
        receivedOn: '受理时间',
        township: '乡镇',
        village: '村居',
        kind: '纠纷类型',
        summary: '简要情况',
        parties: '当事人',
        outcome: '办理结果',
        closedOn: '结案时间',
      },
      outcomes: { 调解成功: ['agreed', 'closed'], 调解不成功: ['closed'] },
      resolved: ['agreed'],
    },
    {
      system: 'stability',
      name: '稳定系统',
      columns: {
        caseNumber: '事件编号',
        receivedOn: '发现日期',
        address: '发生地点',
        kind: '类别',
        summary: '事件描述',
        parties: '涉事人员',
        outcome: '化解情况',
        closedOn: '化解日期',
      },
      kinds: Object.fromEntries(KINDS.map(([code], index) => [KIND_WORDS[1]?.[index] ?? '', code])),
      outcomes: { 已化解: ['closed'], 未化解: [] },
      resolved: ['closed'],
    },
    {
      system: 'mediation',
      name: '人民调解系统',
      columns: {
        caseNumber: '卷宗号',
        organisation: '调解委员会',
        township: '所在乡镇',
        village: '所在村',
        kind: '纠纷类别',
        receivedOn: '申请日期',
        summary: '纠纷事实',
        parties: ['申请人', '被申请人'],
        outcome: '调解结果',
        agreedOn: '协议日期',
        performedOn: '履行日期',
      },
      outcomes: { 达成协议: ['agreed'], 终止调解: ['closed'] },
      resolved: ['agreed', 'performed'],
    },
    {
      system: 'court',
      name: '法院人民调解系统',
      columns: {
        caseNumber: '案号',
        receivedOn: '收案日期',
        kind: '案由代码',
        parties: '当事人姓名',
        address: '住所地',
        amount: '标的额',
        summary: '诉求',
        otherNumbers: '来源编号',
        outcome: '结案方式',
        closedOn: '结案日期',
      },
      kinds: Object.fromEntries(KINDS.map(([code], index) => [KIND_WORDS[3]?.[index] ?? '', code])),
      outcomes: { 调解: ['agreed', 'closed'], 司法确认: ['agreed', 'closed'], 立案: ['closed'] },
      resolved: ['agreed'],
    },
  ],
}
