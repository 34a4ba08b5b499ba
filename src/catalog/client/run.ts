import { startPage } from './page.ts';
import { startRun } from './runpage.ts';

void startPage({ run: startRun });
