// Money as a client writes it: any code of ISO 4217 that this runtime knows, in any case.
import * as z from 'zod';

const codes = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => codes.has(code);

export const currencySchema = z
  .string()
  .overwrite((text) => text.trim().toUpperCase())
  .refine(isCurrency, 'must be a currency code of ISO 4217, such as EUR, GBP or JPY')
  .meta({ description: 'Currency, as a code of ISO 4217', examples: ['EUR'] });
