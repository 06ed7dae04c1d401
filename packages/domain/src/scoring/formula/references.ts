import type { Formula, FormulaNode, FormulaReference, PeriodShift } from './formula.ts'

/** Every item and period that the formula reads, each once, in the order of the text. */
export function referencesOf(formula: Formula): readonly FormulaReference[] {
  const found = new Map<string, FormulaReference>()

  function visit(node: FormulaNode, periodShift: PeriodShift): void {
    switch (node.kind) {
      case 'reference': {
        const key = `${periodShift} ${node.name}`
        if (!found.has(key)) found.set(key, { name: node.name, periodShift })
        return
      }
      case 'number':
      case 'boolean':
        return
      case 'unary':
        visit(node.operand, periodShift)
        return
      case 'period':
        visit(node.operand, node.shift)
        return
      case 'binary':
        visit(node.left, periodShift)
        visit(node.right, periodShift)
        return
      case 'call':
        for (const argument of node.arguments) visit(argument, periodShift)
    }
  }

  visit(formula.root, 'current')
  return [...found.values()]
}
