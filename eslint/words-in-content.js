/**
 * Words for readers live in `content/`, where translators and editors find them: no literal text in a template.
 */

const words = /\p{L}{2,}/u;

/** Signs that French sets apart, that Arabic mirrors and has of its own, and that quote or enclose in one language's way. */
const punctuation = /[:;,!?()[\]«»‹›“”„"]/u;

/** Names and file formats, the same in every language. */
const names =
  /\b(?:LGNet|LgNet2|LGNetEA|CC BY|JSON-LD|JSON Feed|PDF|DOCX|ZIP|TXT|CSV|JSON|GeoJSON|RSS|SVG|PNG|WhatsApp|Telegram)\b/gu;

/** Attributes that are read out or shown. */
const spokenAttributes = new Set([
  ...['alt', 'title', 'placeholder', 'label', 'content', 'summary'],
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
]);

/** `<meta content>` and the like: values for machines. */
const machineElements = new Set(['meta', 'link', 'script', 'style', 'track']);

/** @type {import('eslint').Rule.RuleModule} */
export const wordsInContentRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      words:
        '"{{text}}" is text for readers: put it in content/ui/*.json and show it with t(), or in a page of content/.',
      punctuation:
        '"{{text}}" is punctuation that languages write differently: let a string hold it, such as t("text.labelled"), or formatList().',
    },
  },
  create(context) {
    /** @param {any} node @param {unknown} text */
    const check = (node, text) => {
      if (typeof text !== 'string') return;
      const bare = text.replaceAll(names, '').replaceAll(/&\w+;/g, '');
      const messageId = words.test(bare) ? 'words' : punctuation.test(bare) ? 'punctuation' : undefined;
      if (messageId) context.report({ node, messageId, data: { text: text.trim().slice(0, 40) } });
    };

    /** Literals that an expression would show: `{'Ciao'}`, `{open ? 'Chiudi' : 'Apri'}`. @param {any} node */
    const checkShown = (node) => {
      switch (node?.type) {
        case 'Literal':
          return check(node, node.value);
        case 'TemplateLiteral':
          return node.quasis.forEach((/** @type {any} */ quasi) => check(quasi, quasi.value.cooked));
        case 'ConditionalExpression':
          return [node.consequent, node.alternate].forEach(checkShown);
        case 'LogicalExpression':
          return [node.left, node.right].forEach(checkShown);
        case 'BinaryExpression':
          return node.operator === '+' ? [node.left, node.right].forEach(checkShown) : undefined;
        default:
          return undefined;
      }
    };

    return {
      /** @param {any} node */
      JSXText: (node) => {
        if (!machineElements.has(elementName(node.parent))) check(node, node.value);
      },
      /** @param {any} node */
      JSXExpressionContainer: (node) => {
        if (node.parent.type !== 'JSXAttribute') checkShown(node.expression);
      },
      /** @param {any} node */
      JSXAttribute: (node) => {
        const isSpoken =
          spokenAttributes.has(node.name.name) && !machineElements.has(elementName(node.parent.parent));
        if (!isSpoken) return;
        checkShown(node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value);
      },
    };
  },
};

/** @param {any} element */
function elementName(element) {
  return element?.openingElement?.name?.name ?? '';
}
