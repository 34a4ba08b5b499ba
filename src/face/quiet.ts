/** What the renderer said on the console since it was last emptied. */
export const warnings: string[] = [];
/** What layouts threw since it was last emptied. React catches it, says it on the console, and draws nothing of the document. */
export const thrown: Error[] = [];

// react-pdf warns of lost content on the console only, and React keeps the console's functions that it finds when it is
// loaded: this module must be loaded before it, see start.ts.
console.warn = (...args: unknown[]) => {
  thrown.push(...args.filter((one) => one instanceof Error));
  warnings.push(args.map(textOf).join(' '));
};
console.error = console.warn;

/** An error's own line, without the stack that React adds to it. */
function textOf(said: unknown): string {
  return said instanceof Error ? said.message : String(said);
}
