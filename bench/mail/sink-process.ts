import { SMTPServer } from 'smtp-server'

/**
 * A mail server in a process of its own, which counts and forgets. It refuses one reader and puts another off for ever.
 */
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo: ({ address }, _session, done) => {
    if (address.startsWith('reader-1@')) return done(Object.assign(new Error('no such mailbox'), { responseCode: 554 }))
    if (address.startsWith('reader-2@')) return done(Object.assign(new Error('try later'), { responseCode: 451 }))
    return done()
  },
  onData: (stream, _session, done) => {
    stream.on('end', () => done(null, 'kept'))
    stream.resume()
  },
})
server.on('error', () => undefined)
const socket = server.listen(0, '127.0.0.1', () => {
  const address = socket.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
process.on('disconnect', () => process.exit())
