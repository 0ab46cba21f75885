import { lambdas } from '../../shared/contracts/lambdas.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { generationFunction } from './generation/generation-function.ts';

export const handler = generationFunction(
  readEnvironment(lambdas.generation.environment),
  candidatesFrom([offlineStudio]),
);
