/**
 * Shows the chosen story in its frame, with the code for it. Without a script the page shows the code of the map, and the
 * addresses of all the others.
 */
export const chooseEmbed = (root: HTMLElement): void => {
  const select = root.querySelector('select') as HTMLSelectElement;
  const frame = root.querySelector('iframe') as HTMLIFrameElement;
  const code = root.querySelector('#embed-code') as HTMLTextAreaElement;
  const plain = root.querySelector('#embed-plain') as HTMLTextAreaElement;
  const status = root.querySelector('[role=status]') as HTMLElement;
  for (const hidden of root.querySelectorAll<HTMLElement>('p[hidden]')) hidden.hidden = false;

  select.addEventListener('change', () => {
    const [chosen] = select.selectedOptions;
    if (!chosen) return;
    code.value = chosen.dataset['code'] ?? '';
    plain.value = chosen.dataset['words'] ?? '';
    frame.title = chosen.textContent.trim();
    frame.height = /height="(\d+)"/.exec(code.value)?.[1] ?? frame.height;
    frame.src = chosen.value;
    status.textContent = '';
  });

  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy-code]');
    if (!button) return;
    const area = root.querySelector<HTMLTextAreaElement>(`#${button.dataset['copyCode'] ?? ''}`);
    navigator.clipboard.writeText(area?.value ?? '').then(
      () => {
        status.textContent = root.dataset['copied'] ?? '';
      },
      () => {
        area?.select();
        status.textContent = root.dataset['failed'] ?? '';
      },
    );
  });
};
