export * from './leagueWorkbook.ts'
export * from './sheetNames.ts'
