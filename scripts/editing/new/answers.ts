import { cancel, isCancel, select, text } from '@clack/prompts';
import { entriesThere, nearestEntry } from '../content/nearest-entry.ts';
import { namesInWords, nearest } from '../words/nearest.ts';
import type { Content } from '../content/read.ts';
import { optionLabel } from '../../../src/schemas/meta.ts';
import type { Answers, Question } from './kinds.ts';

/** All answers, or everything that is missing or wrong. */
export type Collected = { answers: Answers } | { problems: string[] };

/** What is wrong with an answer, in Italian; nothing when it is good. */
const problemWith = (question: Question, answer: string, content: Content): string | undefined => {
  if (answer === '' && question.none !== undefined) return undefined;
  const choices = question.choices?.(content);
  if (choices && !choices.includes(answer)) {
    const { refersTo: to } = question;
    const meant = to ? nearestEntry(answer, to, choices) : nearest(answer, choices);
    if (meant !== undefined) return `"${answer}" non c’è. Forse intendevi "${meant}".`;
    return `"${answer}" non c’è. ${to ? entriesThere(answer, to, choices) : `Scegli fra: ${namesInWords(choices)}.`}`;
  }
  if (answer.trim() === '') return 'Manca la risposta.';
  return question.refuse?.(answer, content);
};

/**
 * The answers from the command line; what is left out takes its default. All problems are told at once.
 */
export const answersFrom = (
  questions: readonly Question[],
  given: Readonly<Record<string, string | undefined>>,
  content: Content,
): Collected => {
  const answers: Record<string, string> = {};
  const problems: string[] = [];
  for (const question of questions) {
    const answer = given[question.option] ?? question.otherwise?.(content, answers);
    if (answer === undefined) {
      const choices = question.choices?.(content);
      problems.push(
        `Manca --${question.option}: ${question.ask}${choices ? ` (${namesInWords(choices)})` : ''}`,
      );
      continue;
    }
    const problem = problemWith(question, answer, content);
    if (problem === undefined) answers[question.option] = answer;
    else problems.push(`--${question.option}: ${problem}`);
  }
  return problems.length > 0 ? { problems } : { answers };
};

/** Asks in the terminal what the command line leaves open; nothing when the editor gives up. */
export const answersAsked = async (
  questions: readonly Question[],
  given: Readonly<Record<string, string | undefined>>,
  content: Content,
): Promise<Record<string, string> | undefined> => {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const known = given[question.option];
    if (known !== undefined) {
      answers[question.option] = known;
      continue;
    }
    const initial = question.otherwise?.(content, answers);
    const choices = question.choices?.(content);
    const answer = choices
      ? await select({
          message: question.ask,
          options: [
            ...(question.none === undefined ? [] : [{ value: '', label: question.none }]),
            ...choices.map((value) => ({ value, label: optionLabel(value, question.words) })),
          ],
          ...(initial === undefined ? {} : { initialValue: initial }),
        })
      : await text({
          message: question.ask,
          ...(initial === undefined ? {} : { initialValue: initial }),
          validate: (value) => problemWith(question, value ?? '', content),
        });
    if (isCancel(answer)) {
      cancel('Non ho scritto niente.');
      return undefined;
    }
    answers[question.option] = answer;
  }
  return answers;
};
