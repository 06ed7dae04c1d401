import { DisputeTally } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { writtenPlace } from '@anjie/domain/disputes/readPlace'
import { reconcileTallies } from '@anjie/domain/disputes/reconcileTallies'
import { withoutNames } from '@anjie/domain/disputes/withoutNames'
import { withoutPersons } from '@anjie/domain/intake/withoutPersons'
import { describe, expect, test } from 'vitest'

describe('a free text keeps nobody’s name', () => {
  test.each([
    ['褚秀与秦武：分家后老人赡养费谈不拢', ['褚秀、秦武'], '当事人与当事人：分家后老人赡养费谈不拢'],
    ['王大山诉王大山之子', ['原告：王大山', '王大'], '当事人诉当事人之子'],
    ['电话13800138000找李四（女）', ['李四（女）'], /^电话\D*找当事人（女）$/],
    ['两家院墙滴水', [], '两家院墙滴水'],
  ])('%s', (text, cells, kept) => {
    expect(withoutNames(text, cells)).toMatch(typeof kept === 'string' ? new RegExp(`^${kept}$`) : kept)
  })

  test('also of a row that is brought in: what is staged has no name left, in no cell', () => {
    const form = {
      fields: [
        { code: 'who', persons: 'names' },
        { code: 'what', persons: 'text' },
      ],
    } as unknown as IntakeForm
    const rows = [
      {
        values: new Map<string, string | boolean>([
          ['who', '赵明、王远'],
          ['what', '赵明与王远争菜地'],
        ]),
      },
    ]
    const kept = withoutPersons(form, { rows, refusals: [] }, (text) => `d${[...text].length}`)
    expect(JSON.stringify(kept.rows.map(({ values }) => [...values]))).not.toMatch(/赵明|王远/)
  })
})

describe('a place is kept as people write it, and compared by what it is', () => {
  test.each([
    [
      { township: '霜台镇人民政府', village: '晨光村村民委员会', address: '' },
      { township: '霜台镇', village: '晨光村' },
    ],
    [
      { township: '', village: '', address: '榆陂县霜台镇晨光村三组' },
      { township: '霜台镇', village: '晨光村' },
    ],
  ])('%o', (cells, place) => {
    expect(writtenPlace(cells, new Map())).toEqual(place)
  })

  test('disputes of 霜台 and of 霜台镇 are one township’s, under its whole name', () => {
    const tally = (id: string, township: string): DisputeTally =>
      DisputeTally.parse({
        id,
        version: 1,
        entries: [
          { system: 'own', caseNumber: id, receivedOn: '2026-03-02', township, village: '', kind: null, said: [] },
        ],
        gravity: null,
        tier: null,
        attempts: 0,
      })
    const { townships } = reconcileTallies({ systems: [] }, [
      tally('990110.01ARZ3NDEKTSV4RRFFQ69G5FAV', '霜台'),
      tally('990110.01ARZ3NDEKTSV4RRFFQ69G5FAW', '霜台镇'),
    ])
    expect(townships.map(({ name, found }) => [name, found])).toEqual([['霜台镇', 2]])
  })
})
