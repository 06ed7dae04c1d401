import type { ScanResult } from '@anjie/contracts/vocabulary/submissions/submission'

/** 病毒扫描: looks at a file of so many bytes as they come. Whatever goes wrong is `unable`, and never clean. */
export type Scanner = (bytes: number, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => Promise<ScanResult>

/** Where no scanner is set up: every file is said to be 未扫描. */
export const noScanner: Scanner = async () => ({ result: 'unable' })
