import { err, type Result } from '@anjie/kernel'
import { SaxesParser } from 'saxes'
import { type ExpansionBudget, expandPart } from './expandPart.ts'
import { DAMAGED, type ZipPart } from './zipDirectory.ts'

/** What a reader of one part wants to hear. Names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const OWN_ENTITIES =
  '文件里有自定义的实体声明，不是表格软件存的，没有读取；请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”再试'

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Streams a part through the listener. A document type, and with it every entity of the file's own, is refused. */
export async function parseXml(
  bytes: Uint8Array,
  part: ZipPart,
  budget: ExpansionBudget,
  { open, text, close }: XmlListener,
): Promise<Result<null, string>> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const refuse = () => {
    throw new Error(DAMAGED)
  }
  parser.on('error', refuse)
  let ownEntities = false
  parser.on('doctype', () => {
    ownEntities = true
    refuse()
  })
  parser.on('opentag', ({ name, attributes }) => {
    open?.(localName(name), (wanted) => {
      if (Object.hasOwn(attributes, wanted)) return attributes[wanted]
      const prefixed = Object.keys(attributes).find((given) => given.endsWith(`:${wanted}`))
      return prefixed === undefined ? undefined : attributes[prefixed]
    })
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('closetag', ({ name }) => close?.(localName(name)))
  try {
    const expanded = await expandPart(bytes, part, budget, (piece) => parser.write(piece))
    if (!expanded.ok) return ownEntities ? err(OWN_ENTITIES) : expanded
    parser.close()
    return expanded
  } catch {
    return err(ownEntities ? OWN_ENTITIES : DAMAGED)
  }
}
