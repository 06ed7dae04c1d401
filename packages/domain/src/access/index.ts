export * from './owner.ts'
export * from './reach.ts'
export * from './rolesOfLevel.ts'
export * from './scopeOf.ts'
