// The description of the API is whole, valid, and says what the route table says.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemCodes, problems } from '../../shared/contracts/problems.ts';
import { operationIds, problemsOf, type Route, routes } from '../../shared/contracts/routes.ts';
import { createOpenApi } from './create-openapi.ts';
import { documents } from './documents.ts';
import { examples } from './examples.ts';
import { introduction } from './introduction.ts';

const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(5),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  servers: z.array(z.looseObject({ url: z.string() })).optional(),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), description: z.string().optional() }))
    .optional(),
  responses: z.record(z.string(), z.looseObject({ $ref: z.string().optional() })),
});
const documentSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  tags: z.array(z.looseObject({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  'x-problems': z.record(z.string(), z.looseObject({ advice: z.string() })),
});
const created = await createOpenApi();
const document = documentSchema.parse(created);
const operationOf = (id: (typeof operationIds)[number]) => {
  const { path, method } = routes[id];
  return operationSchema.parse(document.paths[path]?.[method.toLowerCase()]);
};

describe('the committed documents', () => {
  it('are what the contracts say today: npm run openapi writes them', async () => {
    for (const { url, text } of await documents()) expect(readFileSync(url, 'utf8')).toBe(text);
  });

  it('come out the same every time', async () => {
    expect(JSON.stringify(await createOpenApi())).toBe(JSON.stringify(created));
  });
});

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1, and all its references lead somewhere', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(created)));
    expect([valid, errors ?? []]).toEqual([true, []]);
    expect(validator.version).toBe('3.1');
    const text = JSON.stringify(created);
    const targets = [...text.matchAll(/"#\/components\/(\w+)\/([\w.-]+)"/g)];
    const components = z.record(z.string(), z.record(z.string(), z.unknown())).parse(created.components);
    expect(targets.filter(([, kind = '', name = '']) => components[kind]?.[name] === undefined)).toEqual([]);
  });

  it('has every operation of the table once, and no other', () => {
    const found = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(found.map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
    expect(new Set(found.flatMap(({ tags }) => tags))).toEqual(new Set(document.tags.map(({ name }) => name)));
  });

  it.each(operationIds)('says of %s what it answers, and who may ask', (id) => {
    const route: Route = routes[id];
    const operation = operationOf(id);
    const statuses = new Set([route.status, ...problemsOf(route).map((code) => problems[code].status)]);
    expect(Object.keys(operation.responses).map(Number)).toEqual([...statuses].sort((one, other) => one - other));
    const doors = operation.security.flatMap((door) => Object.keys(door));
    expect(doors).toEqual({ public: [], user: ['accessToken'], both: ['accessToken', 'apiKey'] }[route.access]);
    expect(operation.servers?.map(({ url }) => url)).toEqual(route.access === 'both' ? undefined : ['/api/v1']);
    expect(operation['x-permission']).toBe(route.permission);
  });

  it.each(operationIds)('explains every part of the path of %s, and its Idempotency-Key', (id) => {
    const route: Route = routes[id];
    const { parameters = [] } = operationOf(id);
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = parameters.filter(({ description }) => description).map(({ name }) => name);
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(inPath.filter((name) => name !== undefined && !described.includes(name))).toEqual([]);
    expect(parameters.some(({ name }) => name === 'idempotency-key')).toBe(route.idempotent === true);
  });

  it('lets answers gain fields, and requests none', () => {
    const text = (part: unknown) => JSON.stringify(part);
    const exact = '"additionalProperties":false';
    const campaign = created.components?.schemas?.['CampaignDetail'];
    expect(text(campaign)).toContain('"phases"');
    expect(text([campaign, created.components?.schemas?.['Problem'], created.components?.responses])).not.toContain(
      exact,
    );
    for (const { responses } of Object.values(created.paths ?? {}).flatMap((path) => Object.values(path)))
      expect(text(responses)).not.toContain(exact);
    expect(text(operationOf('changeCampaign'))).toContain(exact);
    expect(text(created.components?.schemas?.['BriefData'])).toContain(exact);
  });

  it('lists every problem with what to do about it', () => {
    expect(Object.keys(document['x-problems'])).toEqual(problemCodes);
    const page = readFileSync(new URL('../../docs/PROBLEMS.md', import.meta.url), 'utf8');
    for (const code of problemCodes) expect(page).toContain(`| \`${code}\` | ${problems[code].title} |`);
  });
});

it.each(Object.keys(examples) as (keyof typeof examples)[])('the example of %s is a valid request', (id) => {
  const route: Route = routes[id];
  expect(route.body?.safeParse(examples[id])).toMatchObject({ success: true });
});

it('the introduction calls operations that exist', () => {
  const called = [...introduction.matchAll(/\$(?:API|PARTNER)(\/[\w/$.-]+)/g)].map(([, path = '']) => path);
  const patterns = operationIds.map((id) => new RegExp(`^${routes[id].path.replace(/\{\w+\}/g, '[^/]+')}$`));
  expect(called.length).toBeGreaterThanOrEqual(5);
  expect(called.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
});
