import { applyChange, changeBetween } from '@anjie/store/change'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const json = fc.jsonValue({ maxDepth: 4 })
const record = fc.dictionary(fc.constantFrom('values', 'approved', 'a/b', 'm~n', '名', 'status'), json)
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

const values = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ item: `i${index}`, period: '2026', status: 'reported', value: '1' }))

describe('a change', () => {
  it('leads from the one state to the other, whatever they are, and is never longer than the state', () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        const change = changeBetween(before, after)
        expect(JSON.parse(JSON.stringify(change))).toEqual(JSON.parse(JSON.stringify(changeBetween(before, after))))
        // As it comes back from the table.
        const stored = JSON.parse(JSON.stringify(change))
        expect(applyChange(JSON.parse(JSON.stringify(before)), stored)).toEqual(JSON.parse(JSON.stringify(after)))
        expect(bytes(change)).toBeLessThanOrEqual(bytes([{ op: 'replace', path: '', value: after }]))
      }),
      { numRuns: 500 },
    )
  })

  it('of one cell among 3,000 names that cell alone', () => {
    const before = { values: values(3000) }
    const after = structuredClone(before)
    after.values[1500] = { item: 'i1500', period: '2026', status: 'reported', value: '2' }
    expect(changeBetween(before, after)).toEqual([{ op: 'replace', path: '/values/1500/value', value: '2' }])
  })

  it('that adds to the end or takes out of the middle names what came and went', () => {
    const before = { entries: values(600) }
    expect(changeBetween(before, { entries: values(601) })).toEqual([
      { op: 'add', path: '/entries/600', value: values(601)[600] },
    ])
    expect(changeBetween(before, { entries: before.entries.toSpliced(300, 1) })).toEqual([
      { op: 'remove', path: '/entries/300' },
    ])
  })

  it('that approves the figures copies them, and does not carry them', () => {
    const before = { status: 'draft', values: values(3000), approved: {} }
    const after = { ...before, status: 'submitted', approved: { submitted: before.values } }
    expect(changeBetween(before, after)).toEqual([
      { op: 'copy', from: '/values', path: '/approved/submitted' },
      { op: 'replace', path: '/status', value: 'submitted' },
    ])
  })

  it('leaves the state before as it was, and does not fit another one', () => {
    const before = { values: values(2) }
    const kept = structuredClone(before)
    applyChange(before, [{ op: 'remove', path: '/values/0' }])
    expect(before).toEqual(kept)
    expect(() => applyChange({ values: [] }, [{ op: 'remove', path: '/values/0' }])).toThrow('does not fit')
  })
})
