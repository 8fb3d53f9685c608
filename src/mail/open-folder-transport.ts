import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { emlFileName } from './eml-file-name.ts'
import type { DeliveryOutcome, DeliveryPhase, MailTransport, OutgoingMail } from './mail-transport.ts'

/** Writes each mail into a file of a folder, whole or not at all. */
export function openFolderTransport(folder: string): MailTransport {
  return {
    kind: 'folder',
    send: (mail, onPhase = async () => {}) => deliver(folder, mail, onPhase),
    verify: () => verify(folder),
    [Symbol.asyncDispose]: async () => {},
  }
}

async function deliver(
  folder: string,
  mail: OutgoingMail,
  onPhase: (phase: DeliveryPhase) => Promise<void>,
): Promise<DeliveryOutcome> {
  const ready = await verify(folder)
  if (!ready.ok) return { kind: 'retry', reason: ready.reason }
  await onPhase('connected')
  await onPhase('data')
  const path = join(folder, emlFileName(mail.messageId))
  try {
    await writeWhole(folder, path, mail.eml)
  } catch (error) {
    return { kind: 'retry', reason: messageOf(error) }
  }
  return { kind: 'sent', response: `written to ${path}` }
}

async function verify(folder: string): ReturnType<MailTransport['verify']> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: messageOf(error) }
  }
}

/** The name appears when the bytes are on the disk, and the folder is told the disk too. */
async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `.${randomUUID()}.draft`)
  try {
    await writeSynced(draft, bytes)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  await using directory = await open(folder, 'r')
  await directory.sync()
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx')
  await file.writeFile(bytes)
  await file.sync()
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
