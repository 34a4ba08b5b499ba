/** What the command line got cannot be carried out as it stands: a wrong option, not a wrong card. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something else on this machine is in the way: a port that is in use. Exit code 1. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** Somebody who was asked ended it: Ctrl+C, or no more answers. Exit code 130. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}
