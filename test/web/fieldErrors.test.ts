import { fieldErrorsOf, pathOfField } from '@anjie/web/ui/fieldErrors'
import { describe, expect, test } from 'vitest'

const problem = {
  type: 'about:blank',
  title: '填写内容有误',
  status: 400,
  detail: '申报截止日不能早于开始日',
  code: 'invalid-input',
  advice: '请按提示修改',
  correlationId: 'c',
}

describe('a fault', () => {
  test.each([
    ['/closesOn', ['closesOn']],
    ['/quotas/3/city', ['quotas', 3, 'city']],
    ['/body/legalBasis/issuer', ['legalBasis', 'issuer']],
    ['/a~1b/c~0d', ['a/b', 'c~d']],
    ['', []],
  ])('at %j is tied to its field', (pointer, path) => {
    expect(pathOfField(pointer)).toEqual(path)
  })

  test('that the problem names alone is found as well', () => {
    expect(fieldErrorsOf({ ...problem, pointer: '/closesOn' })).toEqual([
      { path: ['closesOn'], message: problem.detail },
    ])
  })

  test('is not told twice', () => {
    const errors = [{ pointer: '/closesOn', detail: '早于开始日' }]
    expect(fieldErrorsOf({ ...problem, pointer: '/closesOn', errors })).toEqual([
      { path: ['closesOn'], message: '早于开始日' },
    ])
  })
})
