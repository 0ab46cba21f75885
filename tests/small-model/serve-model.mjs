// A real small instruct model behind OpenAI's protocol: `node serve-model.mjs <model.gguf>` prints its address as a line of JSON and ends with its
// parent. One request at a time, on one thread: several threads on a busy machine wait for each other more than they compute.
import { createServer } from 'node:http';
import { getLlama, LlamaChatSession } from 'node-llama-cpp';

const llama = await getLlama({ gpu: false, build: 'never', maxThreads: 1, logLevel: 'error' });
const model = await llama.loadModel({ modelPath: process.argv[2] });
const context = await model.createContext({ contextSize: 2048, threads: 1 });
const sequence = context.getSequence();
let turn = Promise.resolve();

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  if (request.method !== 'POST' || !request.url.endsWith('/chat/completions'))
    return fail(response, 404, 'There is no such path.');
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  turn = turn
    .then(() => answer(asked, response))
    .catch((error) => fail(response, 500, String(error?.message ?? error)));
});

async function answer(asked, response) {
  const frame = { id: `local-${Date.now()}`, created: Math.floor(Date.now() / 1000), model: asked.model };
  if (!asked.stream) {
    const { text, finish, usage } = await complete(asked, response);
    const choice = { index: 0, finish_reason: finish, message: { role: 'assistant', content: text } };
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ ...frame, object: 'chat.completion', choices: [choice], usage }));
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (rest) =>
    response.write(`data: ${JSON.stringify({ ...frame, object: 'chat.completion.chunk', ...rest })}\n\n`);
  const { finish, usage } = await complete(asked, response, (content) =>
    send({ choices: [{ index: 0, delta: { content }, finish_reason: null }] }),
  );
  send({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  send({ choices: [], usage });
  return response.end('data: [DONE]\n\n');
}

async function complete(asked, response, onText) {
  const said = (role) =>
    asked.messages
      .filter((message) => message.role === role)
      .map(({ content }) => (typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('')))
      .join('\n');
  await sequence.clearHistory();
  const session = new LlamaChatSession({ contextSequence: sequence, systemPrompt: said('system') || undefined });
  const before = { input: sequence.tokenMeter.usedInputTokens, output: sequence.tokenMeter.usedOutputTokens };
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const { responseText, stopReason } = await session.promptWithMeta(said('user'), {
    grammar: await grammarFor(asked.response_format),
    temperature: 0,
    maxTokens: asked.max_tokens ?? 256,
    signal: gone.signal,
    stopOnAbortSignal: true,
    onTextChunk: onText,
  });
  session.dispose({ disposeSequence: false });
  const prompt_tokens = sequence.tokenMeter.usedInputTokens - before.input;
  const completion_tokens = sequence.tokenMeter.usedOutputTokens - before.output;
  return {
    text: responseText,
    finish: stopReason === 'maxTokens' ? 'length' : 'stop',
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
  };
}

/** Only a schema is enforced; asked for any JSON, the model is on its own, as most small ones are. */
const grammarFor = (format) =>
  format?.type === 'json_schema' ? llama.createGrammarForJsonSchema(format.json_schema.schema) : undefined;

function fail(response, status, message) {
  if (response.headersSent) return response.end();
  response.writeHead(status, { 'content-type': 'application/json' });
  return response.end(JSON.stringify({ error: { code: status, message } }));
}

server.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/v1` })),
);
process.stdin.on('end', () => process.exit(0)).resume();
