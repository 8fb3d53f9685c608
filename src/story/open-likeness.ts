import type { StoryVector } from './word-space.ts'

/** Cosines of one vector to many others. */
export interface LikenessTo {
  /** Until the next call, `to` is of this one. */
  readonly from: (vector: StoryVector) => void
  readonly to: (vector: StoryVector) => number
}

/** A power of two, several times the slots of a vector: most others' slots are known to be absent at the first look. */
const PLACES = 2_048

/** A small table of one vector, which stays at hand of the processor, and one walk over each other. */
export function openLikeness(): LikenessTo {
  /** Slots from 1; 0 is none. */
  const slots = new Uint32Array(PLACES)
  const weights = new Float32Array(PLACES)
  return {
    from: (vector) => {
      slots.fill(0)
      for (let at = 0; at < vector.slots.length; at += 1) {
        const slot = (vector.slots[at] ?? 0) + 1
        const place = placeOf(slots, slot)
        slots[place] = slot
        weights[place] = vector.weights[at] ?? 0
      }
    },
    to: (other) => {
      let dot = 0
      for (let at = 0; at < other.slots.length; at += 1) {
        const slot = (other.slots[at] ?? 0) + 1
        const place = placeOf(slots, slot)
        if (slots[place] === slot) dot += (weights[place] ?? 0) * (other.weights[at] ?? 0)
      }
      return dot
    },
  }
}

function placeOf(slots: Uint32Array, slot: number): number {
  let place = slot & (PLACES - 1)
  while (slots[place] !== slot && slots[place] !== 0) place = (place + 1) & (PLACES - 1)
  return place
}
