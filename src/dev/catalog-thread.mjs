// A worker thread starts without the TypeScript loader of the main one.
import '../typescript.mjs';

await import('./catalog-thread.ts');
