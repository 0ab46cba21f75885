// Request bodies worth showing: those that their fields alone do not explain. A test checks each against its route.
import { readFileSync } from 'node:fs';
import type { OperationId } from '../../shared/contracts/routes.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const credentials = { email: 'me@example.com', password: 'password123' };

export const examples: Readonly<Partial<Record<OperationId, unknown>>> = {
  register: credentials,
  login: credentials,
  createCampaign: read('test-campaign.json'),
  estimateCampaign: read('test-campaign.json'),
  changeCampaign: { action: 'pause' },
  approvePhase: { attempt: 1, choice: 'B', comment: 'The realistic one fits our shops' },
  rejectPhase: { attempt: 1, feedback: 'Shorter, and name the opening hours' },
  retryPhase: { attempt: 1, instructions: 'Leave out the prices' },
  skipPhase: { attempt: 2, reason: 'We have our own film' },
  createApiKey: { name: 'Shop', expiresInDays: 90, scopes: ['campaigns:read', 'campaigns:write'] },
  createWebhook: { url: 'https://hooks.example.com/astromedia', events: ['phase:status', 'campaign:completed'] },
  createUpload: { fileName: 'logo.png', mediaType: 'image/png', byteLength: 48_213 },
  generateText: { prompt: 'A line for the window of a bakery', language: 'en' },
};
