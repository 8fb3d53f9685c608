import { type HttpDoor, type HttpDoorOptions, openHttpDoor } from '../../src/fetch/open-http-door.ts'

/** A door that may reach loopback, waits for nobody and forgets robots.txt, unless told otherwise. */
export function openTestDoor(options: Partial<HttpDoorOptions> = {}): HttpDoor {
  return openHttpDoor({
    userAgent: 'Nightdesk/0.1 (+https://desk.example/about)',
    connectTimeoutMs: 2000,
    totalTimeoutMs: 5000,
    maxBytes: 1024 * 1024,
    hostGapMs: 0,
    maxPerHost: 2,
    allowPrivateHosts: ['127.0.0.1', 'localhost'],
    respectRobots: true,
    now: Date.now,
    sleepUntil: async () => {},
    reserveHost: async (_host, _gapMs, now) => now,
    startVisit: async () => {},
    endVisit: async () => {},
    loadRobots: async () => undefined,
    saveRobots: async () => {},
    ...options,
  })
}
