/**
 * Sends a file to the store with the form that the server signed; the file comes last, as the store demands.
 * XMLHttpRequest and not fetch, because only it tells how far the upload is.
 */
export function postFile(
  upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  file: Blob,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', file)
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.floor((100 * event.loaded) / event.total))
    })
    request.addEventListener('load', () => resolve(request.status >= 200 && request.status < 300))
    request.addEventListener('error', () => resolve(false))
    request.addEventListener('abort', () => resolve(false))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', upload.url)
    request.send(form)
  })
}
