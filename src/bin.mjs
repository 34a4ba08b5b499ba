#!/usr/bin/env node
process.env.NODE_ENV ??= 'production';
// The help is printed sooner than V8's flags are set.
if (/^[a-z]/u.test(process.argv[2] ?? '')) await import('./patient.mjs');

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
