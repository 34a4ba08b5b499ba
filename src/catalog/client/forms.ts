import { startPage } from './page.ts';
import { startRecordPage } from './recordpage.ts';
import { startSheet } from './sheetpage.ts';

/** Pages on which people write, and the record of it. */
void startPage({ sheet: startSheet, record: startRecordPage });
