import './renderer-warnings.ts';

// A thread that draws. The renderer is imported only after renderer-warnings.ts has run: of two static imports, a compiled chunk may come first.
await import('./worker.ts');
