export * from './clock.ts'
export * from './decimal.ts'
export * from './result.ts'
export * from './unreachable.ts'
