import { type DeskMessage, deskMessage } from './desk-message.ts'
import { measureThisProcess } from './measure-this-process.ts'
import { openMeasuredDesk } from './open-measured-desk.ts'

/** One process with a desk, led and measured by its parent: `open`, perhaps `work`, `measure`. It ends with it. */
const opened = new AsyncDisposableStack()
let work = async (): Promise<void> => undefined
let measure = async (): Promise<object> => ({})

process.on('message', (message) => {
  obey(deskMessage.parse(message)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(3)
  })
})
process.on('disconnect', () => process.exit(0))

async function obey(message: DeskMessage): Promise<void> {
  process.send?.(await answer(message))
}

async function answer(message: DeskMessage): Promise<object> {
  switch (message.kind) {
    case 'open': {
      const desk = opened.use(await openMeasuredDesk(message))
      const stop = await measureThisProcess()
      work = desk.work
      measure = async () => ({ ...(await stop()), waits: desk.waits() })
      return { kind: 'done' }
    }
    case 'work':
      await work()
      return { kind: 'done' }
    case 'measure': {
      const use = await measure()
      await opened.disposeAsync()
      return use
    }
  }
}
