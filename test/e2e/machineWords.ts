/** Latin words that officials use themselves, the keys of their keyboard, the letters of a national standard (GB), how one may type a place, and the example of an invitation. */
const USUAL = new Set(
  'PDF OFD Word Excel WPS JPG PNG DOC DOCX XLS XLSX xlsx ZIP CSV JSON MB KB GB Cookie Tab Esc Alt Insert Delete mafangba mfb QWX HFD PV'.split(
    ' ',
  ),
)

interface MachineWord {
  readonly kind: string
  readonly text: string
}

const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['uuid', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  ['hash', /\b[0-9a-f]{40,}\b/gi],
  ['record id', /\b[0-9A-Z]{2,6}\.[0-9A-HJKMNP-TV-Z]{26}\b/g],
  ['raw date', /\b\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.]+Z)?\b/g],
  ['raw period', /\b\d{4}-(?:H[12]|Q[1-4])\b/g],
  ['code', /\b[A-Z]{1,12}(?:[-_][A-Z0-9]+)+\b/g],
  ['word', /[A-Za-z][A-Za-z_]{1,}/g],
]

/** The address of a document that a method rests on, which a reader opens. */
const WEB_ADDRESS = /(?:https?:\/\/|www\.)[\w./?=&%#-]+/g

/** How the name of a file ends that somebody handed in. */
const FILE_ENDING = /\.(?:pdf|docx|xlsx|csv|json|jpe?g|png)(?![a-z])/gi

/** What in a text was written for machines: ids, hashes, raw dates, codes, words of the program. Each piece is named once. */
export function machineWords(text: string): readonly MachineWord[] {
  let rest = text.replace(WEB_ADDRESS, ' ').replace(FILE_ENDING, ' ')
  const found: MachineWord[] = []
  for (const [kind, pattern] of KINDS)
    rest = rest.replace(pattern, (match) => {
      if (!USUAL.has(match)) found.push({ kind, text: match })
      return ' '
    })
  return found
}
