import { compareTrial } from '@anjie/domain/schemes/compareTrial'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { expect, test } from 'vitest'
import { smallRun } from '../web/smallRun.ts'

test('a trial is told group by group in the scheme’s order, each from its own first place on, and nobody moves out of their group', () => {
  const { inputs } = smallRun()
  const { previous: _none, ...given } = inputs
  const [only] = inputs.scheme.groups
  if (only === undefined) throw new Error('the scheme has a group')
  // The order of the scheme is not that of the codes.
  const groups = ['Z', 'A'].map((code) => ({ ...only, code, name: code }))
  const scheme = { ...inputs.scheme, groups }
  const subjects = given.subjects.map((subject, index) => ({ ...subject, group: index === 1 ? 'Z' : 'A' }))
  const official = scoreCycle({ ...given, scheme, subjects, explain: 'points' })
  const { children } = scheme.root as Extract<typeof scheme.root, { kind: 'branch' }>
  const draft = { ...scheme, root: { ...scheme.root, children: children.slice(0, 1) } as typeof scheme.root }
  const trial = scoreCycle({ ...given, scheme: draft, subjects, explain: 'points' })
  const rows = compareTrial(official, trial, scheme, draft)
  expect(rows.map(({ group, trialRank }) => [group, trialRank])).toEqual([
    ['Z', 1],
    ['A', 1],
    ['A', 2],
  ])
  expect(rows.map(({ name, officialRank, change }) => [name, officialRank, change])).toEqual([
    ['西县', 1, 0],
    ['东县', 2, 1],
    ['南县', 1, -1],
  ])
})
