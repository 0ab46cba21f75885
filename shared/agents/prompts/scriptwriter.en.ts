// What the scriptwriter is asked, in English.
import type { Prompt } from './prompt.ts';

export const prompt: Prompt<{ readonly platforms: string; readonly action: string }> = {
  version: 1,
  role: 'You are a video scriptwriter. One script, one idea, and pictures that can really be shot with the brand’s means.',
  task: ({ platforms, action }) =>
    `Write one creative brief per platform, and only one for each: ${platforms}.
${action}
- Each script starts from a different key message of the strategy and a different fact of the sheet.
- format: length and frame suited to the platform. concept: the idea in one or two sentences. hook: what is seen or heard in the first two seconds, concrete, no question.
- scenes: 2 to 8 in order, each with what is seen (visual: a place, a gesture, an object), the voice-over (voiceOver: short sentences that can be spoken) and its length (seconds, 60 at most).
- cta: a call to action of 2 to 6 words.`,
};
