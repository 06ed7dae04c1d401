import { Session } from '@anjie/web/app/auth/session'
import { KeptDrafts } from '@anjie/web/app/drafts/keptDrafts'
import { readKeptMaterial } from '@anjie/web/areas/honours/application/applicationCase'
import { newScheme, readKeptScheme } from '@anjie/web/areas/schemes/editor/schemeFile'
import { draftOf, typeInto } from '@anjie/web/areas/submissions/entry/cellDraft'
import { keptEdits, readKeptEdits } from '@anjie/web/areas/submissions/entry/formDraft'
import { submitsOnEnter } from '@anjie/web/ui/submitsOnEnter'
import { describe, expect, test } from 'vitest'

describe('a lost session', () => {
  test('lets every call that found it wait, and sends all of them on after one sign-in', async () => {
    const session = new Session()
    const seen: string[] = []
    session.subscribe(() => seen.push(session.state()))
    const calls = [session.lost('command'), session.lost('read')]
    expect(session.state()).toBe('asking')
    session.regained()
    expect(await Promise.all(calls)).toEqual([true, true])
    expect(seen).toEqual(['asking', 'held'])
  })

  test('that is looked after later asks again for a press on a button, not for a read in the background', async () => {
    const session = new Session()
    const call = session.lost('command')
    session.postpone()
    expect(await call).toBe(false)
    expect(await session.lost('read')).toBe(false)
    expect(session.state()).toBe('postponed')
    void session.lost('command')
    expect(session.state()).toBe('asking')
  })
})

/** A browser's storage, as far as drafts use it. */
function deskStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}
const TYPED_AT = '2026-11-30T09:00:00.000Z'
const draft = (content: unknown) => ({ at: TYPED_AT, version: 3, content })
const draftsOf = (storage: ConstructorParameters<typeof KeptDrafts>[0], person: string, daysLater = 0) =>
  new KeptDrafts(storage, person, () => Date.parse(TYPED_AT) + daysLater * 24 * 3600_000)

describe('unsaved work kept beside the page', () => {
  test('is offered to the person who typed it and to nobody else', () => {
    const storage = deskStorage()
    draftsOf(storage, 'a').keep('submission/1', draft(['x']))
    expect(draftsOf(storage, 'a').find('submission/1')).toEqual(draft(['x']))
    expect(draftsOf(storage, 'b').find('submission/1')).toBeUndefined()
    expect(draftsOf(storage, 'a').find('submission/2')).toBeUndefined()
  })

  test('outlives a closed window for two weeks, and is gone after them', () => {
    const storage = deskStorage()
    draftsOf(storage, 'a').keep('submission/1', draft(['x']))
    expect(draftsOf(storage, 'a', 14).find('submission/1')).toEqual(draft(['x']))
    expect(draftsOf(storage, 'a', 15).find('submission/1')).toBeUndefined()
    expect(storage.length).toBe(0)
  })

  test('is gone when the person signs out, and only theirs', () => {
    const storage = deskStorage()
    for (const person of ['a', 'ab']) draftsOf(storage, person).keep('round/new', draft({}))
    draftsOf(storage, 'a').dropAll()
    expect(draftsOf(storage, 'a').find('round/new')).toBeUndefined()
    expect(draftsOf(storage, 'ab').find('round/new')).toBeDefined()
  })

  test('that cannot be read or written is no fault', () => {
    const full = {
      ...deskStorage(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(() => draftsOf(full, 'a').keep('f', draft({}))).not.toThrow()
    const torn = deskStorage()
    torn.setItem('anjie.draft/a/f', '{"at"')
    expect(draftsOf(torn, 'a').find('f')).toBeUndefined()
  })

  test.each([
    ['cells', readKeptEdits, keptEdits(new Map([['A\n2026', typeInto(draftOf(undefined), '5')]]))],
    ['the material of a case', readKeptMaterial, { answers: null, statement: '已走访' }],
    ['a scheme', readKeptScheme, newScheme(2026)],
  ])('of %s comes back through the storage, and nothing else is taken for it', (_, read, content) => {
    expect(read(JSON.parse(JSON.stringify(content)))).toBeDefined()
    for (const other of [null, 1, 'x', {}, [['a', {}]], { format: 'anjie-scheme/2' }])
      expect(read(other)).toBeUndefined()
  })
})

describe('Enter', () => {
  const input = { tagName: 'INPUT', type: 'text' }
  const button = { tagName: 'BUTTON', type: 'submit' }
  const enter = (target: object) => ({ key: 'Enter', target: target as EventTarget })

  test('sends a form of one field', () => {
    expect(submitsOnEnter(enter(input), [input, button])).toBe(true)
  })
  test.each([
    ['two texts', [input, { tagName: 'INPUT', type: 'text' }, button]],
    ['a day and a choice', [input, { tagName: 'SELECT' }, button]],
    ['a name and its reasons', [input, { tagName: 'TEXTAREA' }, button]],
  ])('does not send a form of %s', (_, elements) => {
    expect(submitsOnEnter(enter(input), elements)).toBe(false)
  })
  test('presses a button and breaks a line as ever', () => {
    expect(submitsOnEnter(enter(button), [input, input, button])).toBe(true)
    expect(submitsOnEnter(enter({ tagName: 'TEXTAREA' }), [input, input])).toBe(true)
  })
  test('that picks a pinyin candidate sends nothing', () => {
    const composing = { ...enter(input), nativeEvent: { isComposing: false, keyCode: 229 } }
    expect(submitsOnEnter(composing, [input])).toBe(false)
  })
})
