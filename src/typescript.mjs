// Lets this thread import .ts and .tsx. The settings are the package's own, not those of the folder one stands in:
// without them a layout's JSX would be compiled for another runtime.
import { register as addHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
addHooks('./layout-hooks.mjs', import.meta.url);
