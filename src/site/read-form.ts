/** A form with one field takes a hundred bytes; beyond this is somebody's play. */
const MAX_BYTES = 64 * 1024

export type FormOutcome =
  | { readonly kind: 'form'; readonly field: (name: string) => string | undefined }
  | { readonly kind: 'too-large' }

/** Reads a posted form, urlencoded or multipart; what is neither is a form without fields. */
export async function readForm(request: Request): Promise<FormOutcome> {
  if (Number(request.headers.get('Content-Length')) > MAX_BYTES) return { kind: 'too-large' }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) return { kind: 'too-large' }
    chunks.push(chunk)
  }
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' }
  const form = await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => new FormData())
  return { kind: 'form', field: (name) => textOf(form.get(name)) }
}

function textOf(value: FormDataEntryValue | null): string | undefined {
  return typeof value === 'string' ? value : undefined
}
