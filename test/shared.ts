import { existsSync, readFileSync } from 'node:fs'
import { test } from 'vitest'

/**
 * The folder of reference data beside the project: published right answers and real sample tables. It is not part of
 * the repository; tests that need it say so and are skipped where it is absent.
 */
const sharedRoot = new URL('../../shared/', import.meta.url)

export const sharedIsThere = (path: string): boolean => existsSync(new URL(path, sharedRoot))

export const sharedText = (path: string): string => readFileSync(new URL(path, sharedRoot), 'utf8')

export const sharedJson = (path: string): unknown => JSON.parse(sharedText(path))

/**
 * Stands in for tests of reference data that are not there. Reason for the skip: those data are never part of the repository, so a
 * lone clone cannot run them (it runs the restated answers of `test/golden/restated.test.ts`); the line says what was left out.
 */
export const leftOutWithoutReference = (what: string): void =>
  test.skip(`${what} are not here: the reference data folder is absent`, () => {})
