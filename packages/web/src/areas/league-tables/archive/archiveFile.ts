import { makeArchive } from '@anjie/domain/scoring/archive'
import { canonicalJson } from '@anjie/kernel'
import type { RunArchive } from './readRunArchive.ts'

/** SHA-256 as the archive wants it. The browser offers it on addresses with https (and on this very machine) only. */
export async function sha256Hex(content: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(content)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const canSeal = (): boolean => crypto.subtle !== undefined

/** 计分归档 as a file: sealed, and one text for one run. `anjie score <file>` recomputes it. */
export async function archiveText({ inputs, result }: RunArchive): Promise<string> {
  return `${canonicalJson(await makeArchive(inputs, result, sha256Hex))}\n`
}

export const archiveName = (cycle: string, runId: string): string => `${cycle}-${runId}.archive.json`
