/** The command can't be carried out as it was typed: a wrong option, not a wrong card. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Another program on this machine is in the way: it uses the port. Exit code 1. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** The person who was asked a question stopped the command: Ctrl+C, or no more answers. Exit code 130. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}
