import { formulaLimits } from '@anjie/contracts/vocabulary/scoring/formulaLimits'
import { err, ok, type Result } from '@anjie/kernel'
import type { BinaryOperator, Formula, FormulaNode, FormulaProblem, Span } from './formula.ts'
import { formulaFunction } from './functions.ts'
import { kindProblems } from './kinds.ts'
import { FormulaRefused, formulaProblem, refuse } from './problem.ts'
import { type Sign, type Token, tokenise } from './tokenise.ts'

/**
 * How tightly operators bind, loosest first. `非` and `not` read like a sentence and bind looser than a comparison
 * (非 [甲] > 3 denies the comparison); `!` binds like a minus sign.
 */
const binding = {
  or: 1,
  and: 2,
  not: 3,
  equality: 4,
  order: 5,
  addition: 6,
  multiplication: 7,
  sign: 8,
  power: 9,
  percent: 10,
} as const

interface Infix {
  readonly operator: BinaryOperator
  readonly binds: number
}

const infixSigns: ReadonlyMap<Sign, Infix> = new Map<Sign, Infix>([
  ['||', { operator: 'or', binds: binding.or }],
  ['&&', { operator: 'and', binds: binding.and }],
  ['=', { operator: '=', binds: binding.equality }],
  ['<>', { operator: '<>', binds: binding.equality }],
  ['<', { operator: '<', binds: binding.order }],
  ['<=', { operator: '<=', binds: binding.order }],
  ['>', { operator: '>', binds: binding.order }],
  ['>=', { operator: '>=', binds: binding.order }],
  ['+', { operator: '+', binds: binding.addition }],
  ['-', { operator: '-', binds: binding.addition }],
  ['*', { operator: '*', binds: binding.multiplication }],
  ['/', { operator: '/', binds: binding.multiplication }],
  ['^', { operator: '^', binds: binding.power }],
])

function infixOf(token: Token): Infix | undefined {
  if (token.kind === 'sign') return infixSigns.get(token.sign)
  if (token.kind !== 'word' || token.word.kind !== 'operator') return undefined
  switch (token.word.operator) {
    case 'and':
      return { operator: 'and', binds: binding.and }
    case 'or':
      return { operator: 'or', binds: binding.or }
    case 'mod':
      return { operator: 'mod', binds: binding.multiplication }
    case 'not':
      return undefined
  }
}

const isSign = (token: Token, sign: Sign): boolean => token.kind === 'sign' && token.sign === sign

const startsOperand = (token: Token): boolean =>
  token.kind === 'number' ||
  token.kind === 'reference' ||
  isSign(token, '(') ||
  (token.kind === 'word' && token.word.kind !== 'operator')

/** A Pratt reader over the tokens of one text. */
class Reader {
  readonly #text: string
  readonly #tokens: readonly Token[]
  #index = 0
  #depth = 0
  #nodes = 0
  #insidePeriod = false

  constructor(text: string) {
    this.#text = text
    this.#tokens = tokenise(text)
  }

  whole(): FormulaNode {
    const root = this.#expression(0)
    const rest = this.#next()
    if (rest.kind === 'end') return root
    if (isSign(rest, ')')) this.#refuse(rest, 'parenthesis-unopened', '右括号“)”前面没有对应的左括号“(”')
    if (isSign(rest, ',')) {
      this.#refuse(rest, 'operator-expected', '逗号只能用在函数的参数之间；数字里不要写千分位逗号')
    }
    return this.#refuse(rest, 'operator-expected', '这里缺少运算符，如 +、-、×、÷')
  }

  #refuse(span: Span, code: FormulaProblem['code'], explanation: string): never {
    return refuse(this.#text, span, code, explanation)
  }

  #peek(): Token {
    const token = this.#tokens[this.#index]
    if (token === undefined) throw new Error('the token list is closed by an end token')
    return token
  }

  #next(): Token {
    const token = this.#peek()
    if (token.kind !== 'end') this.#index += 1
    return token
  }

  #node(node: FormulaNode): FormulaNode {
    this.#nodes += 1
    if (this.#nodes > formulaLimits.nodes) {
      this.#refuse(node, 'formula-too-large', `公式超过 ${formulaLimits.nodes} 个运算单元，请拆成几个指标`)
    }
    return node
  }

  /** Runs one level deeper; what nests (brackets, functions, signs, powers) is bounded, a long sum is not nesting. */
  #nested<T>(span: Span, read: () => T): T {
    this.#depth += 1
    if (this.#depth > formulaLimits.depth) {
      this.#refuse(span, 'formula-too-deep', `括号和函数嵌套超过 ${formulaLimits.depth} 层，请拆成几个指标`)
    }
    const result = read()
    this.#depth -= 1
    return result
  }

  #expression(atLeast: number): FormulaNode {
    let left = this.#prefix()
    for (;;) {
      const token = this.#peek()
      if (token.kind === 'sign' && (token.sign === '%' || token.sign === '‰') && binding.percent >= atLeast) {
        left = this.#percent(left, token.sign)
        continue
      }
      const infix = infixOf(token)
      if (infix === undefined || infix.binds < atLeast) return left
      this.#next()
      // ^ groups to the right and takes a signed exponent: 2 ^ -2, 2 ^ 3 ^ 2 = 2 ^ 9.
      const right =
        infix.operator === '^'
          ? this.#nested(token, () => this.#expression(binding.sign))
          : this.#expression(infix.binds + 1)
      left = this.#node({ kind: 'binary', operator: infix.operator, left, right, ...spanOf(left, right) })
    }
  }

  #percent(operand: FormulaNode, operator: '%' | '‰'): FormulaNode {
    const sign = this.#next()
    if (startsOperand(this.#peek())) {
      this.#refuse(
        sign,
        'operator-expected',
        `“${operator}”表示${operator === '%' ? '百' : '千'}分号，后面要接运算符；要求余数请写“7 求余 4”`,
      )
    }
    return this.#node({ kind: 'unary', operator, operand, ...spanOf(operand, sign) })
  }

  #prefix(): FormulaNode {
    const token = this.#next()
    switch (token.kind) {
      case 'number':
        return this.#node({ kind: 'number', value: token.value, at: token.at, length: token.length })
      case 'reference':
        return this.#node({ kind: 'reference', name: token.name, at: token.at, length: token.length })
      case 'sign':
        return this.#prefixSign(token, token.sign)
      case 'word':
        return this.#prefixWord(token)
      case 'end':
        return this.#refuse(token, 'operand-expected', '公式没有写完，这里要有一个数、[指标名] 或函数')
    }
  }

  #prefixSign(token: Token, sign: Sign): FormulaNode {
    if (sign === '(') {
      const inside = this.#nested(token, () => this.#expression(0))
      this.#closing(token)
      return inside
    }
    if (sign === '-' || sign === '+') return this.#unary(token, sign, binding.sign)
    if (sign === '!') return this.#unary(token, 'not', binding.sign)
    if (sign === ')' && this.#depth === 0) {
      this.#refuse(token, 'parenthesis-unopened', '右括号“)”前面没有对应的左括号“(”')
    }
    const written = this.#text.slice(token.at, token.at + token.length)
    return this.#refuse(token, 'operand-expected', `“${written}”前面要有一个数、[指标名] 或函数`)
  }

  #unary(token: Token, operator: '-' | '+' | 'not', binds: number): FormulaNode {
    const operand = this.#nested(token, () => this.#expression(binds))
    return this.#node({ kind: 'unary', operator, operand, ...spanOf(token, operand) })
  }

  #prefixWord(token: Token & { readonly kind: 'word' }): FormulaNode {
    const { word } = token
    switch (word.kind) {
      case 'boolean':
        return this.#node({ kind: 'boolean', value: word.value, at: token.at, length: token.length })
      case 'operator':
        if (word.operator === 'not') return this.#unary(token, 'not', binding.not)
        return this.#refuse(token, 'operand-expected', '这个词前面要有一个数、[指标名] 或函数')
      case 'function': {
        const { names, usage, minimumArguments, maximumArguments } = formulaFunction(word.code)
        const { list, closing } = this.#arguments(token, names[0] ?? word.code, usage)
        const span = spanOf(token, closing)
        if (list.length < minimumArguments || list.length > maximumArguments) {
          this.#refuse(span, 'argument-count', `参数个数不对（现在 ${list.length} 个）。写法：${usage}`)
        }
        return this.#node({ kind: 'call', code: word.code, arguments: list, ...span })
      }
      case 'period':
        return this.#period(token, word.shift)
    }
  }

  #period(token: Token, shift: (FormulaNode & { kind: 'period' })['shift']): FormulaNode {
    const written = this.#text.slice(token.at, token.at + token.length)
    const usage = `${written}([指标名])`
    if (this.#insidePeriod) this.#refuse(token, 'period-nested', '上期、上年同期、本年累计不能互相嵌套')
    this.#insidePeriod = true
    const { list, closing } = this.#arguments(token, written, usage)
    this.#insidePeriod = false
    const span = spanOf(token, closing)
    const [operand] = list
    if (operand === undefined || list.length > 1) {
      this.#refuse(span, 'argument-count', `参数个数不对（现在 ${list.length} 个）。写法：${usage}`)
    }
    if (!readsAnItem(operand)) this.#refuse(span, 'period-without-reference', `“${written}”里没有 [指标名]，请去掉`)
    return this.#node({ kind: 'period', shift, operand, ...span })
  }

  #arguments(name: Token, written: string, usage: string): { list: FormulaNode[]; closing: Token } {
    const opening = this.#next()
    if (!isSign(opening, '(')) {
      this.#refuse(name, 'operand-expected', `“${written}”是函数，后面要有括号。写法：${usage}`)
    }
    return this.#nested(opening, () => {
      const list: FormulaNode[] = []
      if (isSign(this.#peek(), ')')) return { list, closing: this.#next() }
      for (;;) {
        list.push(this.#expression(0))
        if (!isSign(this.#peek(), ',')) return { list, closing: this.#closing(opening) }
        this.#next()
      }
    })
  }

  #closing(opening: Token): Token {
    const token = this.#peek()
    if (isSign(token, ')')) return this.#next()
    if (startsOperand(token)) this.#refuse(token, 'operator-expected', '这里缺少运算符或逗号')
    if (isSign(token, ',')) this.#refuse(token, 'operator-expected', '逗号只能用在函数的参数之间')
    return this.#refuse(opening, 'parenthesis-unclosed', '左括号“(”没有对应的右括号“)”')
  }
}

const spanOf = (first: Span, last: Span): Span => ({ at: first.at, length: last.at + last.length - first.at })

function readsAnItem(node: FormulaNode): boolean {
  switch (node.kind) {
    case 'reference':
      return true
    case 'number':
    case 'boolean':
      return false
    case 'unary':
    case 'period':
      return readsAnItem(node.operand)
    case 'binary':
      return readsAnItem(node.left) || readsAnItem(node.right)
    case 'call':
      return node.arguments.some(readsAnItem)
  }
}

/**
 * Reads a formula as an official types it: `[化解成功数] ÷ [排查纠纷数] × 100`, in half or full width. Never throws for
 * any text; every refusal names the place and what to do.
 */
export function parseFormula(text: string): Result<Formula, readonly FormulaProblem[]> {
  const whole = { at: 0, length: text.length }
  if (text.trim() === '') return err([formulaProblem(text, whole, 'formula-empty', '公式是空的，请填写')])
  // UTF-16 length first: it bounds the code points from above, and counting those of a huge text costs time.
  if (
    text.length > formulaLimits.characters &&
    Array.from(text.slice(0, 2 * formulaLimits.characters + 1)).length > formulaLimits.characters
  ) {
    const explanation = `公式超过 ${formulaLimits.characters} 个字符，请拆成几个指标`
    return err([formulaProblem(text, whole, 'formula-too-long', explanation)])
  }
  try {
    const root = new Reader(text).whole()
    const problems = kindProblems(text, root)
    return problems.length > 0 ? err(problems) : ok({ text, root })
  } catch (refusal) {
    if (refusal instanceof FormulaRefused) return err([refusal.problem])
    throw refusal
  }
}
