/** What `bundleEditorForm` hands to the browser. */
declare module 'virtual:editor-form' {
  import type { CmsConfig } from '@sveltia/cms';
  import type { FileFormat } from '../shape.ts';

  export const config: CmsConfig;
  export const formats: Record<string, FileFormat>;
  /** Whether changes can be saved to a Git service; otherwise only to this computer. */
  export const hasRepository: boolean;
}
