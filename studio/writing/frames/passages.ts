// Paragraphs of articles by language: for every goal, and for one.

import type { Language } from '../../../shared/contracts/brief.ts';
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import { englishGoalPassages, englishPassages } from './english-passages.ts';
import { frenchGoalPassages, frenchPassages } from './french-passages.ts';

interface Passages {
  readonly general: readonly string[];
  readonly byGoal: Record<GoalKind, readonly string[]>;
}

export const passages: Record<Language, Passages> = {
  fr: { general: frenchPassages, byGoal: frenchGoalPassages },
  en: { general: englishPassages, byGoal: englishGoalPassages },
};
