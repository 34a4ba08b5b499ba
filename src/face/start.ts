import './renderer-warnings.ts';

// A deck must not reach the network, and react-pdf fetches any image or font that looks like an address.
globalThis.fetch = () => Promise.reject(new Error('no network while drawing'));

// A thread that draws. The renderer is imported only after renderer-warnings.ts has run: of two static imports, a compiled chunk may come first.
await import('./worker.ts');
