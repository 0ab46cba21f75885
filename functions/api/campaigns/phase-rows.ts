import { phasesRoutes } from '../../../shared/contracts/routes/phases-routes.ts';
import { postsRoutes } from '../../../shared/contracts/routes/posts-routes.ts';

export const phaseRows = { ...phasesRoutes, ...postsRoutes };
