/** Draws a thing when it is first asked for, and remembers it as long as the thing lives: readers share what they are told. */
export function drawnOnce<Thing extends object, Drawn>(draw: (thing: Thing) => Drawn): (thing: Thing) => Drawn {
  const known = new WeakMap<Thing, Drawn>()
  return (thing) => {
    const drawn = known.get(thing) ?? draw(thing)
    known.set(thing, drawn)
    return drawn
  }
}
