// `prepdeck/jsx-runtime`: the functions that JSX in layouts calls, where `jsxImportSource` in their tsconfig.json says so. An editor
// finds React's types through it wherever a package manager has put them.
export { Fragment, type JSX, jsx, jsxs } from 'react/jsx-runtime';
