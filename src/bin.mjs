#!/usr/bin/env node
process.env.NODE_ENV ??= 'production';

const { start } = await import('./engine.mjs');
await start('src/cli.ts');
