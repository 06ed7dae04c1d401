import { OPERATIONS } from '@anjie/contracts/operations/index'
import { whenToRead } from '@anjie/web/app/api/changedReads'
import { describe, expect, test } from 'vitest'

const reads = Object.values(OPERATIONS).filter(({ method }) => method === 'GET')

describe('what is asked for anew after a command', () => {
  test('on a form: the form itself, once; not its cycle, its scheme, its past and who one is', () => {
    const onPage = ['getSubmission', 'getCycle', 'getScheme', 'getPastValues', 'getMe', 'countMessages']
    expect(onPage.filter((read) => whenToRead(read, OPERATIONS.saveValues) === 'now')).toEqual(['getSubmission'])
    expect(onPage.filter((read) => whenToRead(read, OPERATIONS.saveValues) === 'later')).toEqual([])
  })

  test.each([
    ['a scheme', OPERATIONS.editScheme, 'getScheme'],
    ['an application', OPERATIONS.recommendApplication, 'getApplication'],
    ['a batch', OPERATIONS.nameBatch, 'getBatch'],
    ['a cycle', OPERATIONS.openCycle, 'getCycle'],
    ['a run, of its cycle', OPERATIONS.publishRun, 'getCycle'],
    ['an appeal, of its scorecard', OPERATIONS.fileAppeal, 'getOwnScorecard'],
    ['the register', OPERATIONS.registerUnit, 'listUnits'],
    ['the divisions, of the register', OPERATIONS.recordDivisionChange, 'listUnits'],
  ])('of %s: at once', (_, command, read) => {
    expect(whenToRead(read, command)).toBe('now')
  })

  test('lists are asked when they have followed, after every command', () => {
    for (const command of Object.values(OPERATIONS).filter(({ method }) => method !== 'GET'))
      expect(whenToRead('getHome', command)).toBe('later')
  })

  test('an answer of a kind that nothing is known of is asked for anew', () => {
    expect(whenToRead('getSomethingNew', OPERATIONS.saveValues)).toBe('now')
    expect(reads.length).toBeGreaterThan(20)
  })
})
