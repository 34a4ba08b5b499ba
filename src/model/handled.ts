/** Keeps Node from ending the process when a promise fails before it is awaited; awaiting it still throws. */
export function handled<Result>(result: Promise<Result>): Promise<Result> {
  result.catch(() => undefined);
  return result;
}
