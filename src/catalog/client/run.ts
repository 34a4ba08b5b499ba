import { startPage } from './page.ts';
import { startRun } from './run-page.ts';

void startPage({ run: startRun });
