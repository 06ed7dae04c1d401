import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { line } from '../text.ts'

/** What a column of a form holds. `code`: digits and letters that are never counted with. */
export const INTAKE_FIELD_TYPES = ['text', 'code', 'decimal', 'whole', 'date', 'choice', 'yes-no'] as const
export const IntakeFieldType = z.enum(INTAKE_FIELD_TYPES)
export type IntakeFieldType = z.infer<typeof IntakeFieldType>

const Word = line({ min: 1, max: 60 })

/** 导入表的一列. */
export const IntakeField = z.strictObject({
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, '代码以字母开头，由字母、数字、-、_ 组成，最多 40 个'),
  name: Word,
  /** Other headings under which offices know it. */
  also: z.array(Word).max(20).optional(),
  type: IntakeFieldType,
  /** Unit of a figure; a heading or a cell that names another one is refused. */
  unit: line({ min: 1, max: 10 }).optional(),
  choices: z
    .array(z.strictObject({ code: Word, name: Word }))
    .min(1)
    .max(500)
    .optional(),
  required: z.boolean().optional(),
  /** Its column must be there; its cells may be empty. */
  expected: z.boolean().optional(),
  /** The key fields together stand once in a file. */
  key: z.boolean().optional(),
  /** Written once above its children: an empty cell holds what stands above it. */
  fillDown: z.boolean().optional(),
  /** Words that may stand in place of a figure, such as 未报; they come as they are. */
  words: z.array(Word).max(10).optional(),
  /** Length of a code. */
  digits: z.int().min(1).max(30).optional(),
  least: DecimalText.optional(),
  most: DecimalText.optional(),
  /** Decimal places at most. */
  decimals: z.int().min(0).max(10).optional(),
  /** Characters of a text at most. */
  longest: z.int().min(1).max(2000).optional(),
  /** What names persons is never left as it was read: digests of names, digests of numbers, or a text without personal numbers. */
  persons: z.enum(['names', 'numbers', 'text']).optional(),
  /** What to fill in, for the instructions of the template. */
  help: line({ max: 200 }).optional(),
})
export type IntakeField = z.infer<typeof IntakeField>

/** 导入表: which columns a file has, and what may stand in them. */
export const IntakeForm = z
  .strictObject({
    code: IntakeField.shape.code,
    name: Word,
    /** Paragraphs in front of the instructions. */
    notes: z
      .array(line({ min: 1, max: 300 }))
      .max(20)
      .optional(),
    fields: z.array(IntakeField).min(1).max(300),
  })
  .check(({ value, issues }) => {
    const codes = new Set<string>()
    for (const [at, field] of value.fields.entries()) {
      const fault = fieldFault(field, codes)
      if (fault !== undefined) issues.push({ code: 'custom', input: field, path: ['fields', at], message: fault })
      codes.add(field.code)
    }
  })
export type IntakeForm = z.infer<typeof IntakeForm>

function fieldFault(field: IntakeField, codes: ReadonlySet<string>): string | undefined {
  const isFigure = field.type === 'decimal' || field.type === 'whole'
  if (codes.has(field.code)) return `代码“${field.code}”用了两次`
  if ((field.type === 'choice') !== (field.choices !== undefined))
    return `“${field.name}”：类型 choice 和 choices 要同时有`
  if (field.digits !== undefined && field.type !== 'code') return `“${field.name}”：只有类型 code 有 digits`
  if (!isFigure && (field.unit ?? field.least ?? field.most ?? field.decimals ?? field.words) !== undefined)
    return `“${field.name}”：只有数字有 unit、least、most、decimals、words`
  return undefined
}
