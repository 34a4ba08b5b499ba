import { startPage } from './page.ts';
import { startRemote } from './remote-page.ts';

void startPage({ remote: startRemote });
