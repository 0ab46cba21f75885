// Plain JavaScript values in DynamoDB's JSON, written and read in one walk each. What is unusual (sets, bigints, what cannot be stored) is left to the
// SDK's own conversion, so that its rules and errors hold.
import { convertToAttr, convertToNative } from '@aws-sdk/util-dynamodb';

type Attributes = Record<string, unknown>;
type AttributeValue = Parameters<typeof convertToNative>[0];

/** Undefined members are left out, as lib-dynamodb does with the same option. */
const options = { removeUndefinedValues: true };

/** One value as the text of an attribute value, such as `{"S":"text"}`. Throws where it cannot be stored. */
export function attributeText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `{"S":${JSON.stringify(value)}}`;
    case 'boolean':
      return value ? '{"BOOL":true}' : '{"BOOL":false}';
    case 'number':
      return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? `{"N":"${value}"}` : unusual(value);
    case 'object':
      return objectText(value);
    default:
      return unusual(value);
  }
}

function objectText(value: object | null): string {
  if (value === null) return '{"NULL":true}';
  if (Array.isArray(value)) return `{"L":[${value.filter(isStored).map(attributeText).join(',')}]}`;
  if (value instanceof Uint8Array) return `{"B":"${Buffer.from(value).toString('base64')}"}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? `{"M":${attributesText(value)}}` : unusual(value);
}

/** The members of a record as the text of attributes, such as `{"pk":{"S":"text"}}`. */
export function attributesText(record: object): string {
  let text = '';
  for (const [name, value] of Object.entries(record))
    if (isStored(value) && name !== PROTOTYPE)
      text += `${text ? ',' : ''}${JSON.stringify(name)}:${attributeText(value)}`;
  return `{${text}}`;
}

/** A member of this name is the prototype of who takes it over: it is left out, as the SDK does. */
const PROTOTYPE = '__proto__';
const isStored = (value: unknown): boolean => value !== undefined && typeof value !== 'function';

function unusual(value: unknown): string {
  const attribute = convertToAttr(value as never, options);
  if ('BS' in attribute || 'M' in attribute)
    throw new TypeError('Sets of bytes and maps of other classes are not kept in this table');
  return JSON.stringify(attribute);
}

/** An attribute value as it was read, which is used up. Whole numbers beyond 2^53 become bigints, so that none is read as another. */
export function plainValue(attribute: Attributes): unknown {
  for (const kind in attribute) {
    const value = attribute[kind];
    switch (kind) {
      case 'S':
      case 'BOOL':
        return value;
      case 'N':
        return plainNumber(attribute, Number(value));
      case 'M':
        return plainRecord(value as Attributes);
      case 'L':
        return (value as Attributes[]).map(plainValue);
      case 'B':
        return Uint8Array.from(Buffer.from(value as string, 'base64'));
      default:
        return unusualValue(attribute);
    }
  }
  return unusualValue(attribute);
}

const plainNumber = (attribute: Attributes, number: number) =>
  Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : unusualValue(attribute);

const unusualValue = (attribute: Attributes): unknown => convertToNative(attribute as unknown as AttributeValue);

/** The same record with each attribute value in it made plain, in place. */
export function plainRecord(record: Attributes): Attributes {
  for (const name in record)
    if (name === PROTOTYPE) delete record[name];
    else record[name] = plainValue(record[name] as Attributes);
  return record;
}
