/** What the command line answers with; docs/cli.md lists the same. */
export const EXIT = {
  ok: 0,
  /** The command ran, and its answer is no: outputs differ, something is unhealthy. */
  no: 1,
  /** The call or the config is wrong, and the message says where. */
  usage: 2,
  /** Something failed that should not have. */
  failed: 3,
} as const
