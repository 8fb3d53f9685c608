/** The same table, or a copy half as large again, so that `length` fits. */
export function growTo<T extends Uint32Array | Float64Array>(table: T, length: number): T
export function growTo(table: Uint32Array | Float64Array, length: number): Uint32Array | Float64Array {
  if (length <= table.length) return table
  const size = Math.max(length, Math.ceil(table.length * 1.5))
  const larger = table instanceof Uint32Array ? new Uint32Array(size) : new Float64Array(size)
  larger.set(table)
  return larger
}
