import type * as z from 'zod';

/** Of a record, the fields that a shape names and no other: what is added to the record later stays inside. */
export function pickFields<Shape extends z.ZodRawShape, Row extends object>(
  { shape }: z.ZodObject<Shape>,
  record: Row,
): Pick<Row, Extract<keyof Shape, keyof Row>> {
  return Object.fromEntries(
    Object.keys(shape).flatMap((name) => {
      const value: unknown = Reflect.get(record, name);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Pick<Row, Extract<keyof Shape, keyof Row>>;
}
