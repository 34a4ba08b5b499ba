import './quiet.ts';

// A thread that draws. Imported at once with the renderer, quiet.ts would run after it where both are compiled into chunks.
await import('./worker.ts');
