import { metaRoutes } from '../../shared/contracts/routes/meta-routes.ts';
import { httpFunction } from '../kit/http-function.ts';
import { readHealth } from './meta/read-health.ts';
import { readLiveness } from './meta/read-liveness.ts';

export const handler = httpFunction('meta', metaRoutes, {
  health: readHealth({ clock: () => new Date() }),
  liveness: readLiveness(),
});
