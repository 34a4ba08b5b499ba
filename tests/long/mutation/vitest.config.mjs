import { defineConfig } from 'vitest/config';
import { SCOPES } from './scopes.mjs';

process.env.NODE_ENV = 'production';
const { tests } = SCOPES[process.env.SCOPE ?? ''] ?? { tests: [] };

export default defineConfig({ test: { include: tests, testTimeout: 60_000, hookTimeout: 180_000 } });
