// What a newcomer reads first. Every path in here is checked against the route table by a test.
import { idempotencySeconds, partnerTiers } from '../../shared/contracts/limits.ts';

export const introduction = `A brief becomes a finished marketing campaign: agents work through its phases, people approve, every cent is counted.

## First campaign in five calls

\`\`\`sh
API=http://localhost:8000/api/v1

# 1. An account. The answer holds the access token for all that follows.
TOKEN=$(curl -s $API/auth/register -H 'content-type: application/json' \\
  -d '{"email":"me@example.com","password":"password123"}' | jq -r .token)

# 2. A campaign from a brief. AUTO needs nobody; GUIDED asks after every phase.
CAMPAIGN=$(curl -s $API/campaigns -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
  -d @test-campaign.json | jq -r .id)

# 3. How far it is: RUNNING until the last phase is done, then COMPLETED.
curl -s $API/campaigns/$CAMPAIGN -H "authorization: Bearer $TOKEN" | jq '.status, (.phases[] | {id, status})'

# 4. Where a phase is WAITING_VALIDATION, decide: approve it, edit it, or send it back with feedback.
curl -s $API/campaigns/$CAMPAIGN/phases/strategy/approve -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' -d '{"comment":"Go ahead"}'

# 5. What was made: pictures and films, each with a link at /assets/{assetId}/download.
curl -s "$API/assets?campaignId=$CAMPAIGN" -H "authorization: Bearer $TOKEN" | jq '.assets[] | {id, fileName}'
\`\`\`

On this page: **Authorize** takes the token, and every operation has **Execute**.

## Sign in, or use a key

People send \`Authorization: Bearer <access token>\` to \`/api/v1\`. Partner systems send \`X-API-Key: <key>\` to \`/partner/v1\`, where the
operations that name a scope are found under the same paths. A key may do ${partnerTiers.standard.requestsPerSecond} requests a second and
${partnerTiers.standard.requestsPerMonth.toLocaleString('en')} a month.

## When something goes wrong

Every refusal is a problem (RFC 9457, \`application/problem+json\`): \`code\` says which one, \`detail\` what to do, \`errors\` which fields,
\`requestId\` what to tell us. The codes are listed under \`x-problems\` in this document. Four answers come from API Gateway before any of our code
runs and are its own JSON, \`{"message": "…"}\`: 401 without a valid token, 413 above 10 MB, 429 above the rate of the whole API, and 503 when
it reaches nobody. On the partner API its 403 means a key that is unknown, and its 429 also a quota that is used up.

## Repeating a request

Reading, changing and deleting may be repeated as they are. A request that creates may be repeated when it carries an \`Idempotency-Key\`; its first answer is kept
for ${idempotencySeconds / 3600} hours. Each answer carries \`x-request-id\`; send your own (8 to 128 letters, digits, \`_ . : -\`) and it is used throughout.

## Lists

Lists answer a page and, when there is more, \`nextCursor\`: send it as \`cursor\` to go on.`;
