import { type TextShape, textFault, tidyText } from '@anjie/kernel/text'
import { z } from 'zod'

/**
 * The two kinds of free text that anything of ours takes in. They keep the one text rule of `kernel`; a test walks every
 * operation and finds a plain `z.string()` that would let past what nobody can see.
 */
interface Length {
  readonly min?: number
  readonly max: number
  /** What is said of a text that is too short, instead of the usual words. */
  readonly tooShort?: string
}

const textOf = (shape: TextShape, { min, max, tooShort }: Length) => {
  const text = z
    .string()
    .overwrite(tidyText)
    .check((context) => {
      const fault = textFault(context.value, shape)
      if (fault !== undefined) context.issues.push({ code: 'custom', input: context.value, message: fault })
    })
    .max(max)
  return min === undefined ? text : text.min(min, tooShort)
}

/** 单行文字: a name, a heading, a reason. */
export const line = (length: Length) => textOf('line', length)

/** 多行文字: a statement, an opinion; line feeds and tabs stay. */
export const lines = (length: Length) => textOf('lines', length)
