import { describeMiss } from '../topic/describe-miss.ts'
import type { Miss } from '../topic/explain-miss.ts'
import { styled } from './terminal.ts'

/** Why a topic does not match, for a terminal. */
export function renderMiss(miss: Miss): string {
  const needs = describeMiss(miss)
    .split('\n')
    .map((need) => `  ${need}`)
  return [`${styled('bold', miss.topicId)} does not match`, ...needs].join('\n')
}
