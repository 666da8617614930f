import { readContent } from '../content/read.ts';
import { checkFigures } from './checks/figures.ts';
import { checkForm } from './checks/form.ts';
import { checkIdentity, checkReferences } from './checks/references.ts';
import { checkSchemas } from './checks/schema.ts';
import { checkStrings } from './checks/strings.ts';
import { inOrder, type Problem } from './problem.ts';

const checks = [checkForm, checkSchemas, checkReferences, checkIdentity, checkFigures, checkStrings];

/**
 * Everything that is wrong in a content folder, in the order of its files and lines.
 * @param dir the content folder
 */
export const checkContent = (dir: string): Problem[] => {
  const content = readContent(dir);
  return inOrder(checks.flatMap((check) => check(content)));
};
