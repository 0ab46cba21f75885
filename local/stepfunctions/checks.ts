import { ServiceError } from './json-protocol-server.ts';
import { type Json, maximumDataBytes } from './run-task.ts';

/** Throws InvalidName for what AWS does not take as the name of a state machine or execution. */
export const checkName = (name: string): void => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: AWS refuses control characters in names.
  if (name.length >= 1 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name))
    return;
  throw new ServiceError(
    'InvalidName',
    `Invalid Name: '${name}' (1 to 80 characters; letters, digits, - and _ are safe)`,
  );
};

/** Parses the JSON of an input or output. Throws the given error type when it is no JSON or above 256 KiB. */
export const checkJson = (json: string, errorType: string): Json => {
  if (Buffer.byteLength(json) > maximumDataBytes) {
    throw new ServiceError(errorType, `${errorType}: the JSON exceeds ${maximumDataBytes} bytes`);
  }
  try {
    return JSON.parse(json);
  } catch {
    throw new ServiceError(errorType, `${errorType}: it is not valid JSON`);
  }
};
