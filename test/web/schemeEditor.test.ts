import { readFileSync } from 'node:fs'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import { fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import type { LeafNode, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { scoringRules } from '@anjie/domain/scoring/index'
import { assessDraft, selectionAt } from '@anjie/web/areas/schemes/editor/assessDraft'
import { isDirty, reduceEditor, startOf } from '@anjie/web/areas/schemes/editor/editorState'
import { newNode } from '@anjie/web/areas/schemes/editor/newNode'
import { newScheme, readKeptScheme, schemeOfText } from '@anjie/web/areas/schemes/editor/schemeFile'
import { findNode, insertNode, replaceNode } from '@anjie/web/areas/schemes/editor/tree'
import { itemsToTry, tryRule } from '@anjie/web/areas/schemes/editor/tryRule'
import { allNodes } from '@anjie/web/areas/schemes/fields/schemeNames'
import { METHOD_GROUPS, METHOD_WORDS } from '@anjie/web/locales/zh-CN/methods'
import { describe, expect, test } from 'vitest'

const text = readFileSync(new URL('../../contracts/examples/wenzhou-2017.scheme.json', import.meta.url), 'utf8')
const read = readScheme(JSON.parse(text))
if (!read.ok) throw new Error(read.error[0]?.message)
const wenzhou = read.value
const leafOf = (scheme: Scheme, code: string): LeafNode => {
  const node = findNode(scheme.root, code)
  if (node?.kind !== 'leaf') throw new Error(`${code} is not a leaf`)
  return node
}
const withReading = (reading: 'progressive' | 'whole-range'): Scheme => {
  const leaf = leafOf(wenzhou, 'WZ-07')
  if (leaf.scoring.method !== 'shortfall_slope') throw new Error('WZ-07 is a slope')
  return { ...wenzhou, root: replaceNode(wenzhou.root, 'WZ-07', { ...leaf, scoring: { ...leaf.scoring, reading } }) }
}

describe('what is unfinished in a draft', () => {
  const broken = (change: (leaf: LeafNode) => unknown): readonly string[] => {
    // As an editor in the middle of typing leaves it: no scheme yet.
    const leaf = change(leafOf(wenzhou, 'WZ-07')) as LeafNode
    return assessDraft({ ...wenzhou, root: replaceNode(wenzhou.root, 'WZ-07', leaf) }).findings.map(
      ({ message }) => message,
    )
  }
  test.each([
    [
      'a blank limit',
      (leaf: LeafNode) => ({ ...leaf, scoring: { ...leaf.scoring, slopes: [{ below: '', each: '1', points: '1' }] } }),
    ],
    ['a choice that does not exist', (leaf: LeafNode) => ({ ...leaf, scoring: { ...leaf.scoring, reading: '' } })],
    ['no method at all', (leaf: LeafNode) => ({ ...leaf, scoring: {} })],
    ['no points', (leaf: LeafNode) => ({ ...leaf, points: 'x' })],
  ])('is named by the words of the form: %s', (_, change) => {
    const messages = broken(change)
    expect(messages.length).toBeGreaterThan(0)
    // The indicator's own code stands behind its name.
    for (const message of messages) expect(message.replace('（WZ-07）', '')).not.toMatch(/[A-Za-z]/)
  })
})

describe('the try-it row', () => {
  test.each([
    ['progressive', '-2.5'],
    ['whole-range', '-4'],
  ] as const)('scores 88 % of safety %s as %s', (reading, points) => {
    const scheme = withReading(reading)
    const leaf = leafOf(scheme, 'WZ-07')
    const group = scheme.groups[0]?.code ?? ''
    const [item] = itemsToTry(scheme, leaf, group)
    const score = tryRule(scheme, leaf, group, new Map([[item?.code ?? '', { own: '８８', peers: '' }]]))
    expect(score?.points).toBe(points)
    expect(score?.figures.length).toBeGreaterThan(0)
  })

  test('asks for the figures of every rule of the list', () => {
    const group = wenzhou.groups[0]?.code ?? ''
    for (let number = 1; number <= 13; number += 1) {
      const code = `WZ-${String(number).padStart(2, '0')}`
      const node = findNode(wenzhou.root, code)
      if (node?.kind === 'leaf') expect(itemsToTry(wenzhou, node, group).length, code).toBeGreaterThan(0)
    }
  })
})

describe('the check of a draft', () => {
  test('finds nothing that bars the Wenzhou list', () => {
    const { sound, findings } = assessDraft(wenzhou)
    expect(sound).toBeDefined()
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([])
  })

  test('names a kind that can never have subjects, and leads to the basics', () => {
    const { findings } = assessDraft({ ...wenzhou, subjectKind: 'grid' })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([
      {
        severity: 'error',
        message: expect.stringContaining('系统没有网格的名册'),
        leadsTo: { kind: 'section', section: 'basics' },
      },
    ])
  })

  test('leads from an unfinished rule to its node', () => {
    const leaf = leafOf(wenzhou, 'WZ-01')
    const unfinished = { ...leaf, scoring: { method: 'fixed_deduct', item: '', points: '' } } as const
    const { sound, findings } = assessDraft({ ...wenzhou, root: replaceNode(wenzhou.root, 'WZ-01', unfinished) })
    expect(sound).toBeUndefined()
    expect(findings[0]?.leadsTo).toMatchObject({ kind: 'node', code: 'WZ-01' })
    expect(findings[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  test('leads from a pointer to item, section or the whole', () => {
    expect(selectionAt(wenzhou, '/items/0/name')).toEqual({
      kind: 'items',
      code: wenzhou.items[0]?.code,
      field: ['name'],
    })
    expect(selectionAt(wenzhou, '/groups/0/name')).toEqual({
      kind: 'section',
      section: 'groups',
      field: ['groups', '0', 'name'],
    })
    expect(selectionAt(wenzhou, '/rounding/digits')).toEqual({
      kind: 'section',
      section: 'basics',
      field: ['rounding', 'digits'],
    })
    expect(selectionAt(wenzhou, '')).toBeUndefined()
  })

  test('leads into the field that a finding speaks of, and says its label', () => {
    expect(selectionAt(wenzhou, '/root/children/0/name')).toMatchObject({ kind: 'node', field: ['name'] })
    const leaf = leafOf(wenzhou, 'WZ-07')
    const unfinished = { ...leaf, scoring: { ...leaf.scoring, slopes: [{ below: '', perPoint: '1' }] } } as LeafNode
    const [first] = assessDraft({ ...wenzhou, root: replaceNode(wenzhou.root, 'WZ-07', unfinished) }).findings
    expect(first?.leadsTo).toEqual({ kind: 'node', code: 'WZ-07', field: ['scoring', 'slopes', '0', 'below'] })
    expect(first?.message).toContain(fieldLabel('below', 'slopes'))
    const lowered = { ...leaf, points: '0.1' }
    const sums = assessDraft({ ...wenzhou, root: replaceNode(wenzhou.root, 'WZ-07', lowered) }).findings
    for (const finding of sums.filter(({ leadsTo }) => leadsTo?.kind === 'node'))
      expect(finding.leadsTo, finding.message).toHaveProperty('field')
  })

  test('everything that somebody has to say is asked for in a new scheme, so that none of it can be published unsaid', () => {
    const scheme = newScheme(2026)
    const { sound, findings } = assessDraft(scheme)
    expect(sound).toBeUndefined()
    const fields = findings.map(({ leadsTo }) => leadsTo?.field?.join('/'))
    for (const field of ['name', 'source/document', 'points', 'scoring/points']) expect(fields).toContain(field)
    // Of the data item, the heading and the indicator.
    expect(fields.filter((field) => field === 'name').length).toBeGreaterThanOrEqual(4)
    for (const { message } of findings) expect(message).not.toMatch(/[a-z]{3}/i)
    for (const kind of ['leaf', 'branch'] as const) {
      const fresh = newNode(wenzhou, kind)
      const root = insertNode(wenzhou.root, wenzhou.root.code, 'inside', fresh)
      const asked = assessDraft({ ...wenzhou, root }).findings.map(({ leadsTo }) => leadsTo)
      for (const { code } of allNodes(fresh)) expect(asked).toContainEqual({ kind: 'node', code, field: ['name'] })
    }
  })

  test('a kept draft is taken only when the editor can show it', () => {
    const kept = (change: object) => readKeptScheme(JSON.parse(JSON.stringify({ ...newScheme(2026), ...change })))
    expect(kept({})).toEqual(newScheme(2026))
    for (const broken of [
      { root: {} },
      { root: { kind: 'branch', code: 'T', name: '总分', children: [null] } },
      { items: [null] },
      { groups: [{ code: 'G1', name: '全部' }] },
      { format: 'anjie-scheme/2' },
    ])
      expect(kept(broken), JSON.stringify(broken)).toBeUndefined()
  })

  test('every method stands in one group, with a line and an example', () => {
    expect(METHOD_GROUPS.flatMap(({ methods }) => methods).toSorted()).toEqual(Object.keys(scoringRules).toSorted())
    for (const [method, said] of Object.entries(METHOD_WORDS)) {
      expect(said.line, method).toMatch(/^[^a-z。]{6,40}$/)
      expect(said.example, method).toMatch(/^[^a-z。]{8,60}$/)
    }
  })
})

describe('pasted text', () => {
  test('of an export is the same scheme again', () => {
    expect(schemeOfText(JSON.stringify(wenzhou))).toEqual({ ok: true, value: wenzhou })
  })
  test.each(['', 'not json', '[]', '{"format":"anjie-scheme/1"}'])('%j is refused in Chinese', (given) => {
    const result = schemeOfText(given)
    expect(result.ok ? [] : result.error).not.toEqual([])
    for (const message of result.ok ? [] : result.error) expect(message).toMatch(/\p{Script=Han}/u)
  })
})

describe('undo', () => {
  test('gives back what was there, and redo what was done', () => {
    const start = startOf(wenzhou, wenzhou)
    const edited = reduceEditor(start, { type: 'edit', scheme: { ...wenzhou, name: '改名' } })
    const undone = reduceEditor(edited, { type: 'undo' })
    expect(undone.scheme).toBe(wenzhou)
    expect(isDirty(undone)).toBe(false)
    expect(reduceEditor(undone, { type: 'redo' }).scheme.name).toBe('改名')
  })
  test('brings back what was typed before the newest version was loaded', () => {
    const edited = reduceEditor(startOf(wenzhou, wenzhou), { type: 'edit', scheme: { ...wenzhou, name: '我的' } })
    const replaced = reduceEditor(edited, { type: 'replace', scheme: { ...wenzhou, name: '他人的' } })
    expect(reduceEditor(replaced, { type: 'undo' }).scheme.name).toBe('我的')
  })
})
