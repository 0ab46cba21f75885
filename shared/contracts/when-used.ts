import * as z from 'zod';

/**
 * A shape that is made once, when it first checks a value or its `unwrap()` is asked for. A function holds the shapes of all that it may meet, and most
 * starts serve a request that meets few: made at once, they take a quarter of the time until it is ready. For shapes of many fields, not for one text.
 */
export function whenUsed<Schema extends z.ZodType>(make: () => Schema): z.ZodLazy<Schema> {
  let made: Schema | undefined;
  return z.lazy(() => {
    made ??= make();
    return made;
  });
}
