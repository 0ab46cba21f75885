// The table of outputs for pages that have one of their own.
import '../../shared/outputs/outputs.css';

export { Table } from '../../shared/outputs/parts.ts';
