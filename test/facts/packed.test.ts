import { gzipSync } from 'node:zlib'
import { digest } from '@anjie/store'
import { MAX_PACKED_BYTES, pack, packedBytes, unpack } from '@anjie/store/packed'
import { expect, it } from 'vitest'

/** Notes that hardly compress, so that the form is near what one record takes. */
const values = Array.from({ length: 3000 }, (_, index) => ({
  item: `i${index}`,
  period: '2026',
  status: 'reported',
  value: String(index * 7),
  note: `${digest(`${index} a`)}${digest(`${index} b`)}${digest(`${index} c`)}`,
}))

it('a form of 3,000 values with notes that can be saved can be submitted, verified and accepted', () => {
  const saved = packedBytes(pack({ status: 'draft', values, approved: {} }))
  expect(saved).toBeGreaterThan(MAX_PACKED_BYTES / 2)
  expect(saved).toBeLessThan(MAX_PACKED_BYTES)
  const accepted = { status: 'accepted', values, approved: { submitted: values, verified: values, accepted: values } }
  // Three approved copies beside today's figures cost next to nothing.
  expect(packedBytes(pack(accepted))).toBeLessThan(saved * 1.02)
  expect(unpack(pack(accepted))).toEqual(accepted)
})

it('what is shorter than a write unit stays text, and what was packed before is still read', () => {
  expect(pack({ name: '村' })).toBe('{"name":"村"}')
  expect(unpack('{"name":"村"}')).toEqual({ name: '村' })
  expect(unpack(new Uint8Array(gzipSync(JSON.stringify({ name: '村' }))))).toEqual({ name: '村' })
  expect(() => unpack(Uint8Array.of(1, 2, 3))).toThrow('not packed by us')
})
