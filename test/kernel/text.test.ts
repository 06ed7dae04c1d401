import { printableText, textFault, tidyText } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'

describe('the text rule', () => {
  test.each([
    ['half a character', '代\ud800理', '第2个字是不完整的字符（只有半个），编码U+D800，请删去或改正'],
    ['the other half', '\udc00村', '第1个字是不完整的字符（只有半个），编码U+DC00，请删去或改正'],
    ['NUL', '安\u0000居', '第2个字是控制字符，编码U+0000，请删去或改正'],
    ['BEL', '安居\u0007', '第3个字是控制字符，编码U+0007，请删去或改正'],
    ['a C1 control', '安\u0085居', '第2个字是控制字符，编码U+0085，请删去或改正'],
    ['a bidirectional mark', '安\u202e居', '第2个字是改变文字方向的字符，编码U+202E，请删去或改正'],
    ['an isolate', '安\u2066居', '第2个字是改变文字方向的字符，编码U+2066，请删去或改正'],
    ['a zero-width space', '安\u200b居', '第2个字是看不见的字符，编码U+200B，请删去或改正'],
    ['a soft hyphen', '安\u00ad居', '第2个字是看不见的字符，编码U+00AD，请删去或改正'],
    ['a Hangul filler', '安\u3164居', '第2个字是看不见的字符，编码U+3164，请删去或改正'],
    ['a byte-order mark inside', '安\ufeff居', '第2个字是看不见的字符，编码U+FEFF，请删去或改正'],
    ['a tag', '安\u{e0041}居', '第2个字是看不见的字符，编码U+E0041，请删去或改正'],
    ['a non-character', '安\ufffe居', '第2个字是不是文字的编码，编码U+FFFE，请删去或改正'],
    ['a non-character of a later plane', '安\u{1ffff}居', '第2个字是不是文字的编码，编码U+1FFFF，请删去或改正'],
    [
      'a private character, named',
      '安\ue863居',
      '第2个字是造字区的字（别的电脑上看不到，请改用标准汉字），编码U+E863，请删去或改正',
    ],
    ['damage', '安\ufffd居', '第2个字是已损坏的文字（乱码），编码U+FFFD，请删去或改正'],
    ['a line separator', '安\u2028居', '第2个字是换行分隔符，编码U+2028，请删去或改正'],
    ['a selector after no Han', 'A\ufe00居', '第2个字是看不见的字符，编码U+FE00，请删去或改正'],
  ])('refuses %s with place and character', (_what, text, fault) => {
    expect(textFault(text, 'line')).toBe(fault)
    expect(textFault(text, 'lines')).toBe(fault)
    expect(textFault(printableText(text), 'line')).toBeUndefined()
  })

  test('takes every character that somebody can see, rare forms of names among them', () => {
    for (const text of [
      '安居村',
      '𠮷田村',
      '㙟',
      '葛\u{e0100}城',
      '辻\ufe00',
      '①号院',
      '嘎查 2',
      'Á-b',
      '“甲”·乙',
      '🏠',
    ]) {
      expect(textFault(text, 'line')).toBeUndefined()
      expect(printableText(text)).toBe(text)
    }
  })

  test('takes line feeds and tabs where lines are meant, and nowhere else; counts the place in its line', () => {
    expect(textFault('一\n二\t三', 'lines')).toBeUndefined()
    expect(textFault('一\n二', 'line')).toBe('第2个字是换行（本栏只能填一行），编码U+000A，请删去或改正')
    expect(textFault('一\t二', 'line')).toBe('第2个字是制表符，编码U+0009，请删去或改正')
    expect(textFault('𠮷一\n二\u0007', 'lines')).toBe('第2行第2个字是控制字符，编码U+0007，请删去或改正')
  })

  test('is the same rule for text that is told to be plain at a glance', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `安${String.fromCharCode(code)}`
      const isOdd = printableText(text) !== text || '\n\t\r'.includes(text.charAt(1))
      if ((textFault(text, 'line') !== undefined) !== isOdd || tidyText(text).normalize('NFC') !== tidyText(text))
        expect.fail(`U+${code.toString(16)} is judged in two ways`)
    }
  })

  test('keeps a text in one form: composed, with line feeds, without outer spaces; ① stays what it is', () => {
    expect(tidyText('\u3000\u00a0\u{2f800}①A\u0301\r\n二\r ')).toBe('\u4e3d①\u00c1\n二')
  })
})
