/** Whole numbers in a row, in a block of memory that doubles. */
export interface NumberList {
  values: Int32Array
  length: number
}

export function emptyNumberList(room = 1024): NumberList {
  return { values: new Int32Array(room), length: 0 }
}

export function addNumber(list: NumberList, value: number): void {
  if (list.length === list.values.length) {
    const larger = new Int32Array(list.values.length * 2)
    larger.set(list.values)
    list.values = larger
  }
  list.values[list.length++] = value
}

/** The numbers, without the room for more. */
export function trimmed(list: NumberList): Int32Array {
  return list.values.slice(0, list.length)
}
