import { z } from 'zod';

/** An interface string: plain, or one form for each plural category of the language (CLDR); `content/ui/it.json` holds a language's. */
export const uiString = z.union([
  z.string().min(1, { error: 'La stringa è vuota.' }),
  z.strictObject({
    zero: z.string().optional(),
    one: z.string().optional(),
    two: z.string().optional(),
    few: z.string().optional(),
    many: z.string().optional(),
    other: z.string(),
  }),
]);

export type UiString = z.infer<typeof uiString>;
