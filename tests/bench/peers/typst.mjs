// Run as a program: node typst.mjs COMPILER FOLDER
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [, , main, dir] = process.argv;
const { NodeCompiler } = createRequire(import.meta.url)(main);
const compiler = NodeCompiler.create({ workspace: dir, fontArgs: [{ fontPaths: [path.join(dir, 'fonts')] }] });
writeFileSync(path.join(dir, 'deck.pdf'), compiler.pdf({ mainFilePath: path.join(dir, 'deck.typ') }));
