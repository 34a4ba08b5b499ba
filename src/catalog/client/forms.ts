import { startPage } from './page.ts';
import { startRecordPage } from './record-page.ts';
import { startSheet } from './sheet-page.ts';

/** Pages on which people write, and the record of it. */
void startPage({ sheet: startSheet, record: startRecordPage });
