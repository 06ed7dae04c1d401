import { safeReturnAddress } from '@anjie/web/app/auth/returnAddress'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const ORIGIN = 'https://console.example'

describe('the address after signing in', () => {
  test.each([
    '/\\evil.example',
    '//evil.example',
    '/%5Cevil.example',
    '/%5c%5cevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/%2Fevil.example',
    'https:evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\\@evil.example',
    '/%',
    '',
    'tasks',
    undefined,
    { pathname: '/tasks' },
  ])('%j leads home', (given) => {
    expect(safeReturnAddress(given, ORIGIN)).toBe('/')
  })

  test('a page of the console is followed with its query and fragment', () => {
    expect(safeReturnAddress('/tasks?period=2031#a', ORIGIN)).toBe('/tasks?period=2031#a')
    expect(safeReturnAddress('/submissions/990101.01J?item=安全感', ORIGIN)).toContain('/submissions/990101.01J?item=')
  })

  test('the pages of the sign-in itself lead home, or it would go in circles', () => {
    expect(safeReturnAddress('/signed-in?code=1&state=2', ORIGIN)).toBe('/')
    expect(safeReturnAddress('/signed-out', ORIGIN)).toBe('/')
    expect(safeReturnAddress('/signing-out', ORIGIN)).toBe('/')
  })

  test('whatever is given, a browser stays on the console', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (given) => {
          expect(new URL(safeReturnAddress(given, ORIGIN), ORIGIN).origin).toBe(ORIGIN)
        },
      ),
    )
  })
})
