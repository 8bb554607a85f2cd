/** `/practice.js`: the single sign-on window. Everything else works without a script, and this too, in one window. */
export const script = `for (const link of document.querySelectorAll('a[data-popup]'))
  link.addEventListener('click', (event) => {
    const child = window.open(link.href, 'practice-sso', 'popup,width=440,height=600');
    if (child) { event.preventDefault(); child.focus(); }
  });
const done = document.querySelector('a[data-continue]');
if (done && window.opener) { window.opener.location.assign(done.href); window.close(); }
else if (done) location.assign(done.href);
`;
