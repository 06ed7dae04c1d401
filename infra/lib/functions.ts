/**
 * The Lambdas: one folder is one trust boundary. The stack knows where their code lies, never what it says.
 * Each exports `handler` and is bundled to `<asset folder>/<name>/index.mjs`.
 */
export const functionEntries = {
  api: 'functions/api/src/handler.ts',
  'public-site': 'functions/public-site/src/handler.ts',
  projector: 'functions/projector/src/handler.ts',
  clock: 'functions/clock/src/handler.ts',
  paper: 'functions/paper/src/handler.ts',
  signer: 'functions/signer/src/handler.ts',
  intake: 'functions/intake/src/handler.ts',
  importer: 'functions/importer/src/handler.ts',
  scorer: 'functions/scorer/src/handler.ts',
  platform: 'functions/platform/src/handler.ts',
} as const satisfies Record<string, `functions/${string}/src/handler.ts`>

export type FunctionName = keyof typeof functionEntries

export const functionNames: readonly FunctionName[] = [
  'api',
  'public-site',
  'projector',
  'clock',
  'signer',
  'intake',
  'paper',
  'importer',
  'scorer',
  'platform',
]
