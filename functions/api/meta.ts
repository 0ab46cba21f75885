import { httpFunction } from '../kit/http-function.ts';
import { readHealth } from './meta/read-health.ts';
import { readLiveness } from './meta/read-liveness.ts';

export const handler = httpFunction('meta', {
  health: readHealth({ clock: () => new Date() }),
  liveness: readLiveness(),
});
