import { err, ok, type Result } from '@anjie/kernel'
import { activeContent } from './activeContent.ts'
import { expansionBudget, type OpenPackage } from './expandPart.ts'
import { foreignFormat, foreignPackage } from './foreignFormat.ts'
import { parseXml } from './parseXml.ts'
import { readNumberFormats } from './readNumberFormats.ts'
import { readSharedStrings } from './readSharedStrings.ts'
import { isOn, readSheet, type SheetGrid } from './readSheet.ts'
import { DAMAGED, type ZipPart, zipDirectory } from './zipDirectory.ts'

const MOST_FILE_BYTES = 30 * 1024 * 1024
const MOST_SHEETS = 200
const ROOT_RELATIONS = '_rels/.rels'

/** A worksheet of an opened workbook: its name as the tab shows it, and its cells. */
export interface OpenedSheet extends SheetGrid {
  readonly name: string
  /** Its tab is hidden. */
  readonly hidden: boolean
}

export interface OpeningRules {
  /** Refuses what is more than data: macros, links to other workbooks, queries. */
  readonly dataOnly?: boolean
}

/**
 * Opens an .xlsx file that anybody may have made. Only what is needed is expanded (never a picture), in pieces and within a
 * budget; empty formatted cells cost nothing; names in the file are never used as names of object properties. Runs in browser
 * and Node alike. The error is a Chinese sentence that says what the file is and what to do.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  { dataOnly = false }: OpeningRules = {},
): Promise<Result<readonly OpenedSheet[], string>> {
  const foreign = foreignFormat(bytes)
  if (foreign !== undefined) return err(foreign)
  if (bytes.byteLength > MOST_FILE_BYTES) return err(`文件超过 ${MOST_FILE_BYTES / 1024 / 1024} MB，请删去图片后再导入`)
  const directory = zipDirectory(bytes)
  if (!directory.ok) return directory
  const active = dataOnly ? activeContent(directory.value) : undefined
  if (active !== undefined) return err(active)
  const source: OpenPackage = { bytes, parts: directory.value, budget: expansionBudget() }
  const root = await relationsOf(source, ROOT_RELATIONS, '')
  if (!root.ok) return root
  const main = root.value.find(({ type, target }) => type === 'officeDocument' && target.startsWith('xl/'))
  const workbook = main === undefined ? undefined : source.parts.get(main.target)
  if (workbook === undefined || workbook.name.endsWith('.bin')) return err(foreignPackage(source.parts))
  return openSheets(source, workbook)
}

async function openSheets(source: OpenPackage, workbook: ZipPart): Promise<Result<readonly OpenedSheet[], string>> {
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1)
  const file = workbook.name.slice(folder.length)
  const relations = await relationsOf(source, `${folder}_rels/${file}.rels`, folder)
  if (!relations.ok) return relations
  const tabs: { name: string; relation: string; hidden: boolean }[] = []
  let since1904 = false
  const listed = await parseXml(source.bytes, workbook, source.budget, {
    open: (name, attribute) => {
      if (name === 'workbookPr') since1904 = isOn(attribute('date1904'))
      if (name !== 'sheet') return
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      tabs.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', hidden })
    },
  })
  if (!listed.ok) return listed
  if (tabs.length > MOST_SHEETS) return err(`工作簿有 ${tabs.length} 张工作表，最多 ${MOST_SHEETS} 张`)
  const partOfType = (type: string): ZipPart | undefined => {
    const found = relations.value.find((relation) => relation.type === type)
    return found === undefined ? undefined : source.parts.get(found.target)
  }
  const strings = await readSharedStrings(source, partOfType('sharedStrings'))
  if (!strings.ok) return strings
  const formats = await readNumberFormats(source, partOfType('styles'))
  if (!formats.ok) return formats
  const sheets: OpenedSheet[] = []
  for (const { name, relation, hidden } of tabs) {
    const link = relations.value.find(({ id }) => id === relation)
    // Charts and macro sheets have tabs too; they hold no cells.
    if (link?.type !== 'worksheet') continue
    const part = source.parts.get(link.target)
    if (part === undefined) return err(DAMAGED)
    const grid = await readSheet(source, part, { strings: strings.value, formats: formats.value, since1904 })
    if (!grid.ok) return err(`工作表“${name}”：${grid.error}`)
    sheets.push({ name, hidden, ...grid.value })
  }
  return ok(sheets)
}

interface Relation {
  readonly id: string
  /** Last part of the type's address; transitional and strict files differ in the rest. */
  readonly type: string
  readonly target: string
}

async function relationsOf(
  source: OpenPackage,
  name: string,
  folder: string,
): Promise<Result<readonly Relation[], string>> {
  const part = source.parts.get(name)
  if (part === undefined) return name === ROOT_RELATIONS ? ok([]) : err(DAMAGED)
  const relations: Relation[] = []
  const read = await parseXml(source.bytes, part, source.budget, {
    open: (tag, attribute) => {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return
      const type = attribute('Type') ?? ''
      relations.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(folder, attribute('Target') ?? ''),
      })
    },
  })
  return read.ok ? ok(relations) : read
}

/** A target is relative to the folder of the part that names it, or absolute from the package's root. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
