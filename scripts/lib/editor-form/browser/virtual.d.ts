/** What {@link bundleEditorForm} hands to the browser. */
declare module 'virtual:editor-form' {
  export const config: import('@sveltia/cms').CmsConfig;
  export const formats: Record<string, import('../shape.ts').FileFormat>;
  /** Whether changes can be saved to a Git service; otherwise only to this computer. */
  export const hasRepository: boolean;
}
