import type { BinaryOperator, FormulaNode, FormulaProblem } from './formula.ts'
import { formulaProblem } from './problem.ts'

/** An item may hold a figure or a yes/no answer; that is known only when its value arrives. */
type Kind = 'number' | 'boolean' | 'either'

const kindNames = { number: '数', boolean: '是否判断' } as const

const operatorNames: Readonly<Record<BinaryOperator, string>> = {
  '+': '＋',
  '-': '－',
  '*': '×',
  '/': '÷',
  mod: '求余',
  '^': '^',
  '=': '＝',
  '<>': '≠',
  '<': '＜',
  '<=': '≤',
  '>': '＞',
  '>=': '≥',
  and: '且',
  or: '或',
}

/** Where a yes/no stands in for a number or the other way round; found while reading, before any figure is known. */
export function kindProblems(text: string, root: FormulaNode): readonly FormulaProblem[] {
  const problems: FormulaProblem[] = []

  function expect(node: FormulaNode, wanted: 'number' | 'boolean', whose: string): void {
    const found = kindOf(node)
    if (found === 'either' || found === wanted) return
    const written = text.slice(node.at, node.at + node.length)
    const explanation = `${whose}需要${kindNames[wanted]}，“${written}”却是${kindNames[found]}`
    problems.push(formulaProblem(text, node, 'kind-mismatch', explanation))
  }

  function same(left: FormulaNode, right: FormulaNode, whose: string): Kind {
    const first = kindOf(left)
    const second = kindOf(right)
    if (first === 'either') return second
    if (second !== 'either' && first !== second) {
      const chained = left.kind === 'binary' && ['<', '<=', '>', '>='].includes(left.operator)
      const hint = chained ? '；区间请写成 60 <= [指标] 且 [指标] < 80' : ''
      const explanation = `${whose}的两边要同是数或同是是否判断${hint}`
      problems.push(formulaProblem(text, right, 'kind-mismatch', explanation))
    }
    return first
  }

  function kindOf(node: FormulaNode): Kind {
    switch (node.kind) {
      case 'number':
      case 'boolean':
        return node.kind
      case 'reference':
        return 'either'
      case 'period':
        return kindOf(node.operand)
      case 'unary': {
        const wanted = node.operator === 'not' ? 'boolean' : 'number'
        const sign = { not: '“非”', '-': '负号', '+': '正号', '%': '百分号', '‰': '千分号' }[node.operator]
        expect(node.operand, wanted, sign)
        return wanted
      }
      case 'binary': {
        const name = `“${operatorNames[node.operator]}”`
        switch (node.operator) {
          case 'and':
          case 'or':
            expect(node.left, 'boolean', name)
            expect(node.right, 'boolean', name)
            return 'boolean'
          case '=':
          case '<>':
          case '<':
          case '<=':
          case '>':
          case '>=':
            same(node.left, node.right, name)
            return 'boolean'
          default:
            expect(node.left, 'number', name)
            expect(node.right, 'number', name)
            return 'number'
        }
      }
      case 'call':
        return kindOfCall(node)
    }
  }

  function kindOfCall(node: FormulaNode & { readonly kind: 'call' }): Kind {
    const [first, ...others] = node.arguments
    if (first === undefined) throw new Error('every function takes at least one argument')
    switch (node.code) {
      case 'if': {
        const [yes, no] = others
        expect(first, 'boolean', '“如果”的条件')
        return yes === undefined || no === undefined ? 'either' : same(yes, no, '“如果”两种结果')
      }
      case 'coalesce': {
        let kind = kindOf(first)
        for (const other of others) kind = same(first, other, '“缺省取”')
        return kind
      }
      case 'isMissing':
      case 'isNotApplicable':
        kindOf(first)
        return 'boolean'
      default:
        for (const argument of node.arguments) expect(argument, 'number', '函数的参数')
        return 'number'
    }
  }

  kindOf(root)
  return problems
}
