import { settingsOf } from '@anjie/kernel'
import { expect, test } from 'vitest'

test('settings that are missing or empty are named together', () => {
  expect(() => settingsOf({ A: 'a', B: '' }, ['A', 'B', 'C'])).toThrow('the environment lacks B, C')
})

test('an optional setting is there where it is set, and absent where it is empty', () => {
  expect(settingsOf({ A: 'a', STAGE: 'local', PORT: '' }, ['A'], ['STAGE', 'PORT', 'HOST'])).toEqual({
    A: 'a',
    STAGE: 'local',
  })
})
