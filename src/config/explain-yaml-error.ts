import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml'
import type { ConfigProblem } from './config-problem.ts'

type Finding = Pick<ConfigProblem, 'expected' | 'got' | 'hint'> & { readonly offset: number }

const LAYOUT = {
  expected: 'a line that starts where its neighbours start',
  got: 'another indentation',
  hint: 'keys of one map stand in one column, and so do the entries of one list',
}

const MORE_TEXT = {
  expected: 'nothing but a comma, a bracket or the end of the line here',
  got: 'more text',
  hint: 'put all of a text that holds quote marks in the other kind of quotes: \'"peace" offer\'',
}

/** The YAML reader's complaint in the words of somebody who edits a config, and where the mistake was made. */
export function explainYamlError(error: YAMLError, text: string, document: Document): Finding {
  const offset = error.pos[0]
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { offset, expected: 'spaces', got: 'a tab', hint: 'YAML is indented by spaces only' }
    case 'DUPLICATE_KEY':
      return {
        offset,
        expected: 'each key once',
        got: `\`${keyAt(text, offset)}\` a second time`,
        hint: 'join the two',
      }
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      if (error.message.startsWith('Missing ,')) return { offset, ...MORE_TEXT }
      return findUnclosed(document, text) ?? { offset, ...LAYOUT }
    case 'BAD_SCALAR_START': {
      const got = `a text that starts with ${text.charAt(offset)}`
      return { offset, expected: 'a value', got, hint: 'put the text in quotes' }
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return explainSecondColon(text, offset)
    case 'MULTILINE_IMPLICIT_KEY':
      return { offset, expected: 'a key, a colon and a space', got: 'a line without', hint: 'write key: value' }
    case 'MULTIPLE_DOCS':
      return { offset, expected: 'one document', got: 'a second one after ---', hint: 'delete the line ---' }
    case 'TAG_RESOLVE_FAILED':
      return { offset, expected: 'plain values', got: 'a tag', hint: 'delete the word that starts with !' }
    default:
      if (/["'] *$/.test(text.slice(Math.max(0, offset - 20), offset))) return { offset, ...MORE_TEXT }
      return { offset, expected: 'YAML', got: `something else: ${error.message}` }
  }
}

function keyAt(text: string, offset: number): string {
  return text.slice(offset, offset + 80).split(/[\s:]/, 1)[0] ?? ''
}

/** The bracket or quote mark that was opened and never closed. */
function findUnclosed(document: Document, text: string): Finding | undefined {
  let finding: Finding | undefined
  visit(document, (_, node) => {
    const [offset, end] = isCollection(node) || isScalar(node) ? (node.range ?? []) : []
    const closing = isCollection(node) || isScalar(node) ? closingOf(node, text) : undefined
    if (offset === undefined || end === undefined || closing === undefined) return undefined
    if (end > offset + 1 && text[end - 1] === closing) return undefined
    finding = { offset, expected: `a closing ${closing} for the ${text[offset]} that opens here`, got: 'none' }
    return undefined
  })
  return finding
}

function closingOf(node: Node, text: string): string | undefined {
  const opening = text[node.range?.[0] ?? 0] ?? ''
  if (isScalar(node)) return node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? opening : undefined
  return { '[': ']', '{': '}' }[opening]
}

/** A second colon in a line is a text that needs quotes; a line that runs on into the next is indented too far. */
function explainSecondColon(text: string, offset: number): Finding {
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(offset, lineEnd === -1 ? undefined : lineEnd)
  if (lineEnd === -1 || /:\s/.test(`${line} `)) {
    const hint = 'put a text that holds ": " in quotes'
    return { offset, expected: 'one value after the key', got: 'a second colon', hint }
  }
  const nextText = text.slice(lineEnd).search(/\S/)
  return { offset: nextText === -1 ? offset : lineEnd + nextText, ...LAYOUT }
}
