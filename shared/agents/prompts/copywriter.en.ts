// What the copywriter is asked, in English.
import { longestPreheader, longestSubject, searchAdRules } from '../../contracts/email-and-search.ts';
import type { Prompt } from './prompt.ts';

export const prompt: Prompt<{
  readonly channels: string;
  readonly limits: string;
  readonly action: string;
  readonly wantsEmails: boolean;
  readonly wantsSearchAds: boolean;
}> = {
  version: 1,
  role: 'You are an advertising copywriter. One headline, one idea, plain words: you cut whatever the reader would skip.',
  task: ({ channels, limits, action, wantsEmails, wantsSearchAds }) =>
    [
      `Write the texts of the campaign.
${action}
- headlines: exactly 3 headlines from three unrelated angles (the strongest fact, the audience’s tension, the outcome for them), 60 characters at most where possible. At least one names the offer.
- ctaList: exactly 3 calls to action of 2 to 5 words that begin with a verb.
- copyByChannel: one text for each of these channels (${channels}), written for it and not copied from another: headline, body, call to action, and 10 hashtags at most (# then letters and digits; none for email, blog and search). The first line of the body must be enough to make people read on.
- Longest body and hashtags together, in characters: ${limits}.`,
      wantsEmails &&
        `- emails: one e-mail per entry of "emailSlots", whose id repeats the identifier and whose purpose is its part (daysLeft: days to the deadline). subject: ${longestSubject} characters at most, 35 to 50 by preference, a fact rather than a promise; preheader: ${longestPreheader} at most, it completes the subject without repeating it; body: 80 to 180 words, one action only; cta: the words on the button.`,
      wantsSearchAds &&
        `- adGroups: 1 to 4 groups of search advertisements by intent, each with name, 3 to 10 keywords, 5 to 10 headlines of ${searchAdRules.headline} characters at most without exclamation marks, each clear on its own, 3 or 4 descriptions of ${searchAdRules.description} at most, and paths: 2 words at most of ${searchAdRules.path} characters.`,
    ]
      .filter((line) => line !== false)
      .join('\n'),
};
