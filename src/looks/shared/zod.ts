// zod for layouts of other folders, which declare their front-matter keys with it: the engine can't use schemas of a second copy of zod.
export * from 'zod';
