// The renderer for layouts of other folders that ask for more of it than `prepdeck/layout` has.
export * from '@react-pdf/renderer';
