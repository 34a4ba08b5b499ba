// What layouts of other folders say their front-matter keys with: a schema of another zod is none to this one.
export * from 'zod';
