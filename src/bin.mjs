#!/usr/bin/env node
// Starts the command from source: tsx is registered in this process, which is three times faster than spawning it.
import './typescript.mjs';

await import('./cli.ts');
