import { existsSync, readFileSync } from 'node:fs'

/**
 * The folder of reference data beside the project: published right answers and real sample tables. It is not part of
 * the repository; tests that need it say so and are skipped where it is absent.
 */
const sharedRoot = new URL('../../shared/', import.meta.url)

export const sharedIsThere = (path: string): boolean => existsSync(new URL(path, sharedRoot))

export const sharedText = (path: string): string => readFileSync(new URL(path, sharedRoot), 'utf8')

export const sharedJson = (path: string): unknown => JSON.parse(sharedText(path))
