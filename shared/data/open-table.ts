// The table of this process, as its environment names it. Apart from table.ts, which is given its client.
import type { Environment } from '../contracts/environment.ts';
import { createDocumentClient } from '../runtime/clients/documents/document-client.ts';
import { createTable, type Table } from './table.ts';

export const openTable = ({ TABLE_NAME }: Environment<'TABLE_NAME'>): Table =>
  createTable(createDocumentClient(), TABLE_NAME);
