#!/usr/bin/env node
import './patient.mjs';

process.env.NODE_ENV ??= 'production';

const { start } = await import('./engine.mjs');
await start('src/cli/cli.ts').catch((cause) => {
  // The engine could not start: a checkout whose own files don't compile, or a package manager without node_modules.
  const { errors, code } = cause;
  if (!errors && code !== 'PLUG_N_PLAY') throw cause;
  const lines = errors?.map(({ text, location: at }) =>
    at ? `${at.file}:${at.line}:${at.column + 1}  ${text}` : text,
  );
  process.stderr.write(`${lines?.join('\n') ?? `prepdeck: ${cause.message}`}\n`);
  process.exitCode = 2;
});
