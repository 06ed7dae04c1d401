import { RegisterCode, RegisterDefinition } from '@anjie/contracts/vocabulary/registers/register'

/**
 * 台账范本: what counties keep anyway, as numbers and places and never as persons or single devices. Columns after the practice of
 * provinces: rooms and staff of centres (综治中心规范化建设 model texts, 一厅五室), kinds of mediation organisations (人民调解法 8–9), networks of
 * the police's video file without its places (公共安全视频条例 14, 17).
 */

type Column = RegisterDefinition['columns'][number]
type Extra = Partial<Omit<Column, 'code' | 'name' | 'type'>>

const column = (type: Column['type'], code: string, name: string, extra: Extra = {}) => ({
  code,
  name,
  type,
  required: false,
  seenBy: 'everybody',
  ...extra,
})
const text = (code: string, name: string, extra?: Extra) => column('text', code, name, extra)
const count = (code: string, name: string, measure: string, extra?: Extra) =>
  column('integer', code, name, { measure, ...extra })
const day = (code: string, name: string, extra?: Extra) => column('date', code, name, extra)
const place = (extra?: Extra) => column('place', 'place', '所在地', { required: true, ...extra })
const choice = (code: string, name: string, choices: Readonly<Record<string, string>>, extra?: Extra) =>
  column('choice', code, name, {
    choices: Object.entries(choices).map(([key, each]) => ({ code: key, name: each })) as Column['choices'],
    ...extra,
  })

const LEVELS = { county: '县级', township: '乡镇（街道）', village: '村（社区）' }

const centres = {
  name: '综治中心',
  about: '县、乡镇（街道）、村（社区）三级综治中心，一个中心一行。人员只填数量，值班安排只由本级掌握。',
  source: '综治中心规范化建设（一厅五室）',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    text('name', '中心名称', { required: true, longest: 60 }),
    place(),
    choice('level', '级别', LEVELS, { required: true }),
    choice(
      'class',
      '类别',
      { model: '示范类', building: '创建类', driven: '带动类' },
      {
        help: '未评定类别的留空，系统会点名提示',
      },
    ),
    column('integer', 'area', '面积', { measure: '平方米', help: '县级1000、乡镇500、村200平方米以上为规范' }),
    count('rooms', '功能室', '间', { help: '群众接待、调解、网格、心理疏导、监控研判、社会工作', most: '60' }),
    count('fulltime', '专职人员', '人', { most: '2000' }),
    count('parttime', '兼职人员', '人', { most: '2000' }),
    count('seconded', '派驻人员', '人', { most: '2000' }),
    choice('video', '视频接入', { all: '全部接入', part: '部分接入', none: '未接入' }),
    day('opened', '启用日期'),
    text('duty', '值班安排', { seenBy: 'filler', longest: 200, help: '只写岗位和时段，不写姓名和电话' }),
  ],
  key: ['name'],
  title: 'name',
}

const grids = {
  name: '网格',
  about: '一个村（社区）一行：网格、微网格、网格员的数量，以及当年网格事项。事项只填数量，不填当事人。',
  source: '网格化服务管理；网格事项“发现、上报、办结”口径',
  rowsOf: 'county',
  term: 'year',
  dueDays: 10,
  columns: [
    place(),
    choice('kind', '网格类型', { urban: '城区', rural: '农村', special: '专属（园区、市场等）' }, { required: true }),
    count('grids', '网格', '个', { required: true, most: '500' }),
    count('micro', '微网格', '个', { most: '5000' }),
    count('branches', '网格党支部', '个', { most: '500' }),
    count('households', '户数', '户'),
    count('fulltime', '专职网格员', '人', { most: '1000' }),
    count('parttime', '兼职网格员', '人', { most: '1000' }),
    count('police', '警务助理', '人', { most: '1000' }),
    count('found', '发现事项', '件', { required: true }),
    count('passed', '上报事项', '件'),
    count('closed', '网格内办结', '件', { required: true }),
    count('overdue', '超期未办结', '件'),
  ],
  key: ['place', 'kind'],
  title: 'place',
}

const mediation = {
  name: '调解组织',
  about: '人民调解委员会和行业性、专业性调解组织，一个组织一行。调解员只填数量。',
  source: '人民调解法第八、九条：委员3至9人，应有妇女委员，任期三年',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    text('name', '组织名称', { required: true, longest: 60 }),
    place(),
    choice(
      'kind',
      '类型',
      {
        village: '村（社区）',
        township: '乡镇（街道）',
        enterprise: '企事业单位',
        trade: '行业性、专业性',
        room: '个人调解室',
      },
      { required: true },
    ),
    count('members', '委员', '人', { least: '0', most: '9', help: '村（社区）调委会3至9人' }),
    count('women', '其中妇女委员', '人', { most: '9' }),
    count('fulltime', '专职调解员', '人', { most: '2000' }),
    count('parttime', '兼职调解员', '人', { most: '2000' }),
    day('term', '任期届满日'),
    day('filed', '报司法所备案日期'),
  ],
  key: ['name'],
  title: 'name',
}

const video = {
  name: '视频资源',
  about: '按网络登记数量，一个网络一行。只登记点位数，不登记点位名称、位置、编号和清单。',
  source: '公共安全视频图像信息系统管理条例：位置由公安机关备案，不入本台账',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    choice(
      'network',
      '网络',
      {
        skynet: '天网工程',
        snow: '雪亮工程',
        eye: '慧眼工程',
        broadcast: '应急广播',
        traffic: '智慧交通',
        city: '数字城管',
      },
      { required: true },
    ),
    count('points', '建成点位', '个', { required: true }),
    count('connected', '接入综治中心', '个', { required: true }),
    count('used', '常态使用', '个'),
    count('storage', '存储天数', '天', { most: '3650', help: '不少于30日' }),
    text('owner', '建设管理单位', { longest: 40 }),
  ],
  key: ['network'],
  title: 'network',
}

const named = {
  name: '命名站所',
  about: '“枫桥式”派出所、司法所、人民法庭等命名站所，一个称号一行。',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    text('name', '站所名称', { required: true, longest: 60 }),
    place(),
    choice(
      'kind',
      '类别',
      { police: '公安派出所', justice: '司法所', court: '人民法庭', petition: '信访工作机构', other: '其他' },
      { required: true },
    ),
    choice(
      'title',
      '称号',
      { fengqiao: '枫桥式', model: '全国模范司法所', excellent: '优秀', other: '其他' },
      { required: true },
    ),
    choice('grade', '命名级', { state: '国家级', province: '省级', city: '市级', county: '县级' }, { required: true }),
    day('on', '命名日期'),
    text('document', '文号', { longest: 40 }),
  ],
  key: ['name', 'title', 'grade'],
  title: 'name',
}

const courts = {
  name: '诉讼服务站点',
  about: '“庭站点员”：人民法庭、诉讼服务站、巡回审判点，按乡镇（街道）一行填数量。',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    place(),
    count('courts', '人民法庭', '个'),
    count('stations', '诉讼服务站', '个'),
    count('points', '巡回审判点', '个'),
  ],
  key: ['place'],
  title: 'place',
}

const leadership = {
  name: '组织领导',
  about: '党委政府研究平安建设、领导督导、培训、通报约谈，一件一行。只写会议和事项名称，不写领导批示内容。',
  source: '领导批示、讲话属工作秘密，不入台账',
  rowsOf: 'county',
  term: 'year',
  dueDays: 10,
  columns: [
    day('on', '日期', { required: true }),
    choice(
      'kind',
      '类别',
      {
        standing: '县委常委会、政府常务会研究',
        group: '平安建设领导小组会议',
        push: '工作推进会议',
        visit: '主要领导一线督导',
        special: '专项督导',
        dispatch: '调度乡镇',
        notice: '通报或约谈',
        training: '政治轮训',
        course: '业务培训',
      },
      { required: true },
    ),
    text('matter', '事项', { required: true, longest: 80 }),
    count('townships', '涉及乡镇', '个', { most: '200' }),
    count('offices', '涉及部门', '个', { most: '200' }),
    text('document', '文号', { longest: 40, seenBy: 'above-units' }),
  ],
  key: [],
  title: 'matter',
}

const funds = {
  name: '经费投入',
  about: '财政预算内平安建设、综治中心和技防建设投入，一个项目一行，按当年实际拨付填报。',
  rowsOf: 'county',
  term: 'year',
  dueDays: 10,
  columns: [
    text('project', '项目', { required: true, longest: 60 }),
    choice(
      'use',
      '用途',
      { centre: '综治中心', video: '视频监控', mediation: '联调中心', informatics: '信息化', other: '其他' },
      {
        required: true,
      },
    ),
    column('decimal', 'amount', '金额', { measure: '万元', required: true, least: '0', digits: 2 }),
    text('document', '预算文号', { longest: 40, seenBy: 'above-units' }),
  ],
  key: ['project'],
  title: 'project',
}

const patrols = {
  name: '平安巡查',
  about: '村（社区）每季填自己的：召开平安例会、巡查、排查纠纷的次数。不填人员和照片。',
  source: '“六无”创建由部门核实，村（社区）只填自己做了什么',
  rowsOf: 'unit',
  unitKinds: ['village', 'community'],
  term: 'quarter',
  dueDays: 5,
  columns: [
    choice(
      'kind',
      '事项',
      { meeting: '平安例会', patrol: '巡查', dispute: '纠纷排查', drill: '演练宣传' },
      { required: true },
    ),
    count('times', '次数', '次', { required: true, most: '400' }),
    count('found', '发现问题', '件'),
    count('solved', '其中已解决', '件'),
    text('note', '说明', { longest: 100 }),
  ],
  key: [],
  title: 'kind',
}

const schools = {
  name: '校园安全防范',
  about: '学校、幼儿园一所一行：保安配备和三个百分之百。',
  source: '中小学幼儿园安全防范“三个100%”；隐患清单和薄弱部位不入本台账',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    text('name', '学校', { required: true, longest: 60 }),
    place(),
    count('students', '在校学生', '人'),
    column('yesNo', 'boarding', '寄宿制'),
    count('guards', '专职保安', '人', { most: '500' }),
    column('yesNo', 'closed', '封闭管理'),
    column('yesNo', 'alarm', '一键报警联网'),
    column('yesNo', 'video', '视频监控联网'),
  ],
  key: ['name'],
  title: 'name',
}

const hospitals = {
  name: '医院安全防范',
  about: '二级以上医院一所一行：保安人数按职工3%、每20张床1人、日均门诊3‰三者取高核算。',
  source: '医院安全秩序管理：四个系统联网',
  rowsOf: 'county',
  term: 'standing',
  columns: [
    text('name', '医院', { required: true, longest: 60 }),
    place(),
    count('staff', '职工', '人'),
    count('beds', '床位', '张'),
    count('outpatients', '日均门诊', '人次'),
    count('guards', '专职保安', '人', { most: '2000' }),
    count('systems', '已联网系统', '个', { most: '4' }),
  ],
  key: ['name'],
  title: 'name',
}

const GIVEN = {
  centres,
  grids,
  mediation,
  video,
  named,
  courts,
  leadership,
  funds,
  patrols,
  schools,
  hospitals,
}

/** 台账范本 by their codes; a province takes one as it is or changes it before it sets it up. */
export const READY_REGISTERS: readonly { readonly code: RegisterCode; readonly definition: RegisterDefinition }[] =
  Object.entries(GIVEN).map(([code, definition]) => ({
    code: RegisterCode.parse(code),
    definition: RegisterDefinition.parse(definition),
  }))
