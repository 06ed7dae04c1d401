import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/**
 * 六无平安村（社区）: the six of Sichuan's provincial lists of 2019 and 2021. Other places give the same name to other sets,
 * so the criteria are this province's and not the name's.
 */
export const sixNoVillage: HonourType = {
  code: 'six-no-village',
  name: '六无平安村（社区）',
  certificateLetters: 'WL',
  unitKinds: ['village', 'community'],
  // The path of Sichuan's lists asks for no lower title; the rungs below are what its counties and cities ask for (层递式).
  ladder: [
    { level: 'county' },
    { level: 'city', after: { level: 'county', months: 12 } },
    { level: 'province' },
    { level: 'national' },
  ],
  criteria: [
    {
      code: 'no-organised-crime',
      name: '无黑恶犯罪',
      clause: '申报年度内辖区未发生黑社会性质组织、恶势力犯罪案件，以政法机关立案和判决为准',
      source: '省六无平安村（社区）命名名单（2019、2021）所列六无',
      office: 'police',
    },
    {
      code: 'no-drugs',
      name: '无涉毒犯罪',
      clause: '申报年度内辖区未发生制毒、贩毒、种毒案件，以禁毒办数据为准',
      source: '省六无平安村（社区）命名名单（2019、2021）所列六无',
      office: 'drug-office',
    },
    {
      code: 'no-cult',
      name: '无邪教活动',
      clause: '申报年度内辖区无邪教组织活动，无人员参与聚集滋事，以反邪教工作部门数据为准',
      source: '省六无平安村（社区）命名名单（2019、2021）所列六无',
      office: 'political-legal',
    },
    {
      code: 'no-homicide',
      name: '无命案',
      clause: '申报年度内辖区未发生命案，以公安机关立案为准',
      source: '省六无平安村（社区）命名名单（2019、2021）所列六无',
      office: 'police',
    },
    {
      code: 'no-major-accident',
      name: '无重大安全事故',
      clause: '申报年度内辖区未发生重大以上生产安全、道路交通、火灾等责任事故，以应急管理部门认定为准',
      source: '省六无平安村（社区）命名名单（2019、2021）所列六无',
      office: 'emergency',
    },
    {
      code: 'no-mass-incident',
      name: '无群体性事件',
      clause: '申报年度内辖区未发生群体性事件和越级集体上访，以信访部门和公安机关数据为准',
      source: '省六无平安村（社区）命名名单（2019、2021）所列六无',
      office: 'petition',
    },
  ],
  noticeWorkingDays: 5,
  validYears: 3,
}
