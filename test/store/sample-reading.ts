import type { Reading } from '../../src/article/reading.ts'

export const sampleReading: Reading = {
  title: 'Title',
  authors: [],
  text: 'A text.',
  blocks: [{ kind: 'paragraph', start: 0, end: 7 }],
  passages: [{ start: 0, end: 7 }],
  labels: [],
  quality: 'full',
  furniture: [],
}
