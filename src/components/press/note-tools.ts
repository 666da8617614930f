/** Shows the buttons that need a script, lets them copy and share, and says what happened. */
export const noteTools = (tools: HTMLElement): void => {
  const status = tools.querySelector('[role="status"]') as HTMLElement;
  const { title = '', failed = '', copied = '', quoteLabel = '', quoteDone = '' } = tools.dataset;

  const say = (words: string): void => {
    // The same words twice in a row would not be read out: the line is empty for a moment.
    status.textContent = '';
    setTimeout(() => (status.textContent = words), 50);
  };

  /** The button itself says so, where the reader looks; its width stays, so that nothing beside it moves. */
  const confirm = (button: HTMLElement): void => {
    const { textContent: words, offsetWidth } = button;
    if (words === copied) return;
    button.style.minInlineSize = `${offsetWidth}px`;
    button.textContent = copied;
    setTimeout(() => (button.textContent = words), 3000);
  };

  const show = (button: HTMLElement): void => {
    (button.parentElement as HTMLElement).hidden = false;
  };

  // Browsers offer the clipboard on secure addresses only.
  if ('clipboard' in navigator) {
    const copies = (button: HTMLElement, done: string, copy: () => Promise<void>): void => {
      button.addEventListener('click', () => {
        copy().then(
          () => {
            confirm(button);
            say(done);
          },
          () => say(failed),
        );
      });
    };

    for (const button of tools.querySelectorAll<HTMLElement>('[data-done]')) {
      const { copy, copyFrom, copyFile, done = '' } = button.dataset;
      show(button);
      copies(button, done, () => {
        // Safari lets a page copy only what it promises at once; the text itself may come later.
        if (copyFile)
          return navigator.clipboard.write([new ClipboardItem({ 'text/plain': textOf(copyFile) })]);
        const text = copyFrom ? document.getElementById(copyFrom)?.textContent.trim() : copy;
        return navigator.clipboard.writeText(text ?? '');
      });
    }

    const quotes = JSON.parse(tools.dataset['quotes'] ?? '{}') as Record<string, string>;
    for (const [id, words] of Object.entries(quotes)) {
      const caption = document.querySelector(`#citazione-${id} figcaption`);
      if (!caption) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'tool';
      button.lang = document.documentElement.lang;
      button.textContent = quoteLabel;
      caption.append(' ', button);
      copies(button, quoteDone, () => navigator.clipboard.writeText(words));
    }
  }

  const share = tools.querySelector<HTMLElement>('[data-share]');
  if (share && 'share' in navigator) {
    show(share);
    share.addEventListener('click', () => {
      // Whoever closes the sheet has not failed.
      navigator.share({ title, url: tools.dataset['noteTools'] ?? location.href }).catch(() => undefined);
    });
  }
};

const textOf = async (href: string): Promise<Blob> => {
  const response = await fetch(href);
  if (!response.ok) throw new Error(href);
  return new Blob([await response.text()], { type: 'text/plain' });
};
