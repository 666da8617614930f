/**
 * `npm run indirizzi`: writes the addresses that are public by now into `content/addresses.yaml`, the register of what
 * must not disappear.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildInstant } from '../src/queries/publication.ts';
import { readRegister, REGISTER, registerPublic, registerText } from './editing/addresses/register.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';

export const indirizzi: Command = (args, { out }) => {
  const { values } = commandLine(args, { content: { type: 'string' } });
  const content = readContent(contentFolder(values.content));
  const read = readRegister(content);
  if (!read && content.byPath.has(REGISTER))
    stop(`content/${REGISTER} non si legge: lancia "npm run controlla".`);
  const known = read?.register ?? { published: [], moved: {} };
  const { register, added } = registerPublic(known, content, buildInstant());
  if (added.length > 0) writeFileSync(join(content.root, REGISTER), registerText(register));
  for (const path of added) out(`+ ${path}`);
  out(
    added.length === 0
      ? 'Il registro degli indirizzi è completo.'
      : `Annotati in content/${REGISTER}: consegna anche questo file.`,
  );
  return 0;
};

if (import.meta.main) await runAsProcess(indirizzi);
