import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'

/** 任职名单: one row a post. Whoever manages posts of several places (`ofPlaces`) says for each row where it is. */
export const postsForm = ({ ofPlaces }: { readonly ofPlaces: boolean }): IntakeForm => ({
  code: 'posts',
  name: '任职名单',
  notes: [
    '一行一个任职；同一个人有几个任职的写几行。名单里没有的任职不受影响。',
    '已有的任职按姓名、职务、所在单位对上，只改岗位、分管荣誉和有效期；邀请码在办理后显示一次。',
  ],
  fields: [
    ...(ofPlaces
      ? [
          {
            code: 'place',
            name: '所在地',
            also: ['市（州）、县（市、区）', '地区', '区划代码'],
            type: 'text' as const,
            longest: 60,
            help: '本省的市（州）或县（市、区）；省级任职不填',
          },
        ]
      : []),
    { code: 'personName', name: '姓名', type: 'text', required: true, longest: 40, help: '真实姓名' },
    { code: 'post', name: '职务', type: 'text', required: true, longest: 60, help: '如“村平安专干”' },
    {
      code: 'unitNames',
      name: '所在单位',
      also: ['单位'],
      type: 'text',
      longest: 400,
      help: '已登记的乡镇、村、医院、学校等；几个之间用顿号分开，重名的在前面写上所属乡镇。本级任职不填',
    },
    {
      code: 'roleNames',
      name: '岗位',
      also: ['岗位权限'],
      type: 'text',
      longest: 100,
      help: '如“县级填报人”，几个之间用顿号分开；填了所在单位的可以不填，为单位填报人',
    },
    {
      code: 'honourNames',
      name: '分管荣誉',
      type: 'text',
      longest: 200,
      help: '只看部分荣誉类型的审核人填写；其他人不填',
    },
    { code: 'validUntil', name: '有效期', also: ['有效期至'], type: 'date', help: '任职到哪一天' },
    {
      code: 'change',
      name: '变动',
      type: 'choice',
      choices: [{ code: 'end', name: '解除' }],
      help: '不再任职的选“解除”；新任和变更的不填',
    },
    { code: 'reason', name: '解除理由', also: ['理由'], type: 'text', longest: 80 },
  ],
})
