import { readContent, type Content } from '../content/read.ts';
import { checkBodies } from './checks/body.ts';
import { checkCharacters } from './checks/characters.ts';
import { checkConsistency } from './checks/consistency.ts';
import { checkEasyLanguage } from './checks/easy-language.ts';
import { checkEmbargoes } from './checks/embargo.ts';
import { checkEncoding } from './checks/encoding.ts';
import { checkFigures } from './checks/figures.ts';
import { checkFilePlaces } from './checks/file-places.ts';
import { checkFrontMatter } from './checks/front-matter.ts';
import { checkGlossaries } from './checks/glossary.ts';
import { checkHeadings } from './checks/headings.ts';
import { checkIdentity } from './checks/identity.ts';
import { checkLanguageShare } from './checks/language-share.ts';
import { checkLanguages } from './checks/languages.ts';
import { checkLeftToWrite } from './checks/left-to-write.ts';
import { checkLinks } from './checks/links.ts';
import { checkNamedEdition } from './checks/named-edition.ts';
import { checkPictures } from './checks/pictures.ts';
import { checkPublishedAddresses } from './checks/published-addresses.ts';
import { checkReferences } from './checks/references.ts';
import { checkSchemas } from './checks/schema.ts';
import { checkStrangeFiles } from './checks/strange-files.ts';
import { checkTerminology, checkTermsKept } from './checks/terminology.ts';
import { checkTranslations } from './checks/translations.ts';
import { checkUiStrings } from './checks/ui-strings.ts';
import { checkVideos } from './checks/videos.ts';
import { checkYamlForm } from './checks/yaml-form.ts';
import { checkFigureValues } from './checks/figure-values.ts';
import { checkOutsideAddresses } from './checks/outside-addresses.ts';
import { checkPersonalData } from './checks/personal-data.ts';
import { checkStyle } from './checks/style.ts';
import { checkUnprintable } from './checks/unprintable.ts';
import { checkWithdrawnSources } from './checks/withdrawn-sources.ts';
import { checkContext, type Check } from './context.ts';
import { inOrder, type Problem } from './problem.ts';

const checks: readonly Check[] = [
  checkStrangeFiles,
  checkEncoding,
  checkCharacters,
  checkFilePlaces,
  checkFrontMatter,
  checkYamlForm,
  checkSchemas,
  checkIdentity,
  checkReferences,
  checkConsistency,
  checkEmbargoes,
  checkNamedEdition,
  checkFigures,
  checkPictures,
  checkVideos,
  checkBodies,
  checkHeadings,
  checkLinks,
  checkLeftToWrite,
  checkTranslations,
  checkEasyLanguage,
  checkLanguages,
  checkLanguageShare,
  checkPublishedAddresses,
  checkFigureValues,
  checkOutsideAddresses,
  checkPersonalData,
  checkStyle,
  checkUnprintable,
  checkWithdrawnSources,
  checkUiStrings,
  checkGlossaries,
  checkTerminology,
  checkTermsKept,
];

/**
 * Everything that is wrong in a content folder, warnings too, in the order of its files and lines.
 * @param dir the content folder
 * @param unwritten texts by path that are checked as if they lay in the folder already
 */
export const checkContent = (dir: string, unwritten?: ReadonlyMap<string, string>): Problem[] =>
  checkRead(readContent(dir, unwritten));

/** The same of a content that has been read. */
export const checkRead = (content: Content): Problem[] => {
  const context = checkContext(content);
  return inOrder(checks.flatMap((check) => check(context)));
};
