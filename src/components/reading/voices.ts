import { knownLanguage } from '../../lib/known-language.ts';

/** The part of a `SpeechSynthesisVoice` that is asked. */
interface VoiceLike {
  /** BCP 47; Android writes `it_IT`. */
  lang: string;
  /** Whether the device itself speaks: the others send the text to somebody's server. */
  localService: boolean;
}

/** The device's own voices of a language. */
export const ownVoices = <Voice extends VoiceLike>(voices: readonly Voice[], lang: string): Voice[] =>
  voices.filter((voice) => voice.localService && knownLanguage(voice.lang) === knownLanguage(lang));
