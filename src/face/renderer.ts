/** Whether the environment asks for react-pdf in place of the painter: it is what the painter is held against. */
export function isReferenceAsked(): boolean {
  return process.env.PREPDECK_RENDERER === 'react-pdf';
}
