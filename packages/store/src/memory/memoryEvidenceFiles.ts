import type { EvidenceFiles } from '@anjie/use-cases/ports'
import { attachment } from '../contentDisposition.ts'
import { digest } from '../digest.ts'
import { noScanner, type Scanner } from '../scanner.ts'

export interface MemoryEvidenceFiles extends EvidenceFiles {
  /** What a browser does with an upload form. Refused as the real store refuses it; true when the file was taken. */
  upload(fields: Readonly<Record<string, string>>, contentType: string, file: Uint8Array): boolean
  /** What lies under a key, as long as it has this ETag. */
  fetch(key: string, etag: string): Uint8Array | undefined
  remove(key: string): void
}

/** Evidence files in memory: a form takes one key, one type and a bounded size, and nothing else. */
export function memoryEvidenceFiles(scanner: Scanner = noScanner): MemoryEvidenceFiles {
  const forms = new Map<string, { readonly contentType: string; readonly maxBytes: number }>()
  const files = new Map<string, Uint8Array>()
  return {
    uploadForm: async (key, contentType, maxBytes) => {
      forms.set(key, { contentType, maxBytes })
      return { url: 'https://evidence.invalid/', fields: { key, 'Content-Type': contentType } }
    },
    inspect: async (key) => {
      const file = files.get(key)
      return file === undefined
        ? undefined
        : { bytes: file.byteLength, head: file.slice(0, 4096), etag: digest([...file]) }
    },
    scan: async (key, bytes) => {
      const file = files.get(key)
      return file === undefined ? { result: 'unable' } : scanner(bytes, [file])
    },
    keep: async (pending, key, etag) => {
      const file = files.get(pending)
      if (file === undefined || digest([...file]) !== etag) return false
      files.set(key, file)
      return true
    },
    downloadUrl: async (key, fileName, contentType) =>
      `https://evidence.invalid/${key}?${new URLSearchParams({ disposition: attachment(fileName), type: contentType })}`,
    fetch: (key, etag) => {
      const file = files.get(key)
      return file !== undefined && digest([...file]) === etag ? file : undefined
    },
    remove: (key) => void files.delete(key),
    upload: (fields, contentType, file) => {
      const key = fields['key'] ?? ''
      const form = forms.get(key)
      if (form === undefined || form.contentType !== contentType) return false
      if (file.byteLength === 0 || file.byteLength > form.maxBytes) return false
      files.set(key, file)
      return true
    },
  }
}
