import { isSameSecret } from '../digest/is-same-secret.ts'
import type { MetricsAccess } from './site-ports.ts'

const MACHINE_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function mayReadMetrics(request: Request, access: MetricsAccess): boolean {
  switch (access.kind) {
    case 'nobody':
      return false
    case 'this-machine':
      // A page of another site can make a browser ask this machine, but only under a name of its own.
      return MACHINE_NAMES.has(new URL(request.url).hostname)
    case 'token':
      return isSameSecret(request.headers.get('Authorization') ?? '', `Bearer ${access.token}`)
  }
}
