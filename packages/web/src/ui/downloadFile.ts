const TOO_LONG = 120

/** A name that every desk's file system takes: signs that mean folders or wildcards become hyphens. */
export function safeFileName(name: string): string {
  const ending = /(\.[a-z]{2,8}){1,2}$/.exec(name)?.[0] ?? ''
  const stem = name
    .slice(0, name.length - ending.length)
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${stem.slice(0, TOO_LONG) || '-'}${ending}`
}

const KINDS = {
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Gives content to the browser as a file to keep. */
export function downloadFile(name: string, kind: keyof typeof KINDS, content: string | Uint8Array): void {
  // Copied into a buffer of its own, as the browser's types demand.
  const part = typeof content === 'string' ? content : new Uint8Array(content)
  const address = URL.createObjectURL(new Blob([part], { type: KINDS[kind] }))
  const link = document.createElement('a')
  link.href = address
  link.download = safeFileName(name)
  link.click()
  // The browser reads the address after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
