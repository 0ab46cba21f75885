import { lambdas } from '../../shared/contracts/lambdas.ts';
import { selectFrom } from '../../shared/models/select-models.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { internalFunction } from './internal/internal-function.ts';

export const handler = internalFunction(readEnvironment(lambdas.internal.environment), selectFrom([offlineStudio]));
