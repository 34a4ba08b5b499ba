import { startPage } from './page.ts';
import { startRemote } from './remotepage.ts';

void startPage({ remote: startRemote });
