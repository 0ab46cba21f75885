// The one logger. Central so that every line has the same fields; it is never given a prompt, a brief, a token or an event as a whole.
import { Logger } from '@aws-lambda-powertools/logger';

export const logger = new Logger({ serviceName: process.env['POWERTOOLS_SERVICE_NAME'] ?? 'astromedia' });
