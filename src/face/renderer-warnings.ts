/** What the renderer wrote on the console since this list was last emptied. */
export const warnings: string[] = [];
/** Errors that layouts threw since this list was last emptied. React catches them, writes them on the console, and draws nothing. */
export const thrown: Error[] = [];

// react-pdf warns of lost content on the console only. React keeps the console's functions that it finds when it is loaded, so this
// module must be loaded before React: see start.ts.
console.warn = (...args: unknown[]) => {
  thrown.push(...args.filter((one) => one instanceof Error));
  warnings.push(args.map(textOf).join(' '));
};
console.error = console.warn;

/** An error's own line, without the stack that React adds to it. */
function textOf(said: unknown): string {
  return said instanceof Error ? said.message : String(said);
}
