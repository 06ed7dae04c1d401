export * from './divisionFault.ts'
export * from './findCounty.ts'
export * from './registeredUnit.ts'
export * from './unitKindNames.ts'
