/**
 * A page with its content security policy at the head of its head: before it only the charset, which browsers look for in the
 * first 1024 bytes and which asks for nothing.
 * @param html a whole page
 */
export const policyFirst = (html: string): string => {
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/i.exec(html)?.[0];
  if (policy === undefined) return html;
  return html
    .replace(policy, '')
    .replace(/<head>(?:<meta charset="[^"]*"\s*\/?>)?/, (start) => `${start}${policy}`);
};
