import { z } from 'zod';
import { concepts, translationOf, type ConceptName } from './index.ts';

/** A record or a translation of it, each with the errors of its own schema. */
export const recordOrTranslation = (name: ConceptName) => {
  const { record, texts } = concepts[name];
  const translation = translationOf<z.ZodRawShape>(texts);
  return z.record(z.string(), z.unknown()).transform((data, context): unknown => {
    const read = ('translation' in data ? translation : record).safeParse(data);
    if (read.success) return read.data;
    for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });
};
