import { isMissingChunk, reloadOnce } from '@anjie/web/app/missingChunk'
import { describe, expect, test } from 'vitest'

function browser(now: number, answers = true, kept = new Map<string, string>()) {
  const reloads: number[] = []
  return {
    kept,
    reloads,
    reloading: {
      storage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      },
      now,
      serverAnswers: () => Promise.resolve(answers),
      reload: () => void reloads.push(now),
    },
  }
}

describe('a part of the program that is gone after a deployment', () => {
  test.each([
    'Failed to fetch dynamically imported module: https://console/assets/RunPage-abc.js',
    'error loading dynamically imported module: https://console/assets/RunPage-abc.js',
    'Importing a module script failed.',
    "'text/html' is not a valid JavaScript MIME type.",
    'Unable to preload CSS for /assets/index-abc.css',
  ])('is known by what the browser says: %s', (message) => {
    expect(isMissingChunk(new TypeError(message))).toBe(true)
  })
  test('is not mistaken for another fault', () => {
    expect(isMissingChunk(new TypeError('x is not a function'))).toBe(false)
    expect(isMissingChunk('Failed to fetch dynamically imported module')).toBe(false)
  })

  test('reloads the page once, and shows the fault when that did not help', async () => {
    const first = browser(1_000_000)
    expect(await reloadOnce(first.reloading)).toBe(true)
    expect(first.reloads).toHaveLength(1)
    const again = browser(1_010_000, true, first.kept)
    expect(await reloadOnce(again.reloading)).toBe(false)
    expect(again.reloads).toHaveLength(0)
    const nextDeployment = browser(9_000_000, true, first.kept)
    expect(await reloadOnce(nextDeployment.reloading)).toBe(true)
  })

  test('does not reload into nothing when the line is cut', async () => {
    const cut = browser(1_000_000, false)
    expect(await reloadOnce(cut.reloading)).toBe(false)
    expect(cut.kept.size).toBe(0)
  })
})
