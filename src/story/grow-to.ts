/** The same table, or a copy half as large again, so that `length` fits. */
export function growTo(table: Uint32Array, length: number): Uint32Array {
  if (length <= table.length) return table
  const larger = new Uint32Array(Math.max(length, Math.ceil(table.length * 1.5)))
  larger.set(table)
  return larger
}
