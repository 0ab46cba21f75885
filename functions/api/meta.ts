import { httpFunction } from '../kit/http-function.ts';
import { readHealth } from './meta/read-health.ts';

export const handler = httpFunction('meta', { health: readHealth({ clock: () => new Date() }) });
