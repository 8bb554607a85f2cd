/** `/practice.css`. 4 px grid, radius 6, one accent; light and dark each chosen by hand. */
export const style = `:root {
  color-scheme: light dark;
  --page: #f4f5f5; --card: #ffffff; --line: #e1e5e6; --field: #ffffff; --field-line: #868e96;
  --text: #1a2023; --soft: #566066; --accent: #0f766e; --accent-strong: #0b5f59; --on-accent: #ffffff;
  --tint: #eef6f5; --bad: #b42318; --bad-tint: #fef3f2; --bad-line: #f4c7c3; --hover: #f1f3f4;
  --shadow: 0 1px 2px rgb(16 24 32 / 0.06), 0 8px 24px rgb(16 24 32 / 0.06);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121516; --card: #1a1e20; --line: #2b3134; --field: #131718; --field-line: #6b757b;
    --text: #e8ecee; --soft: #a3adb2; --accent: #3cc4b3; --accent-strong: #62d8c9; --on-accent: #06201d;
    --tint: #17282a; --bad: #fda29b; --bad-tint: #2d1b1a; --bad-line: #5c2b27; --hover: #23282b;
    --shadow: 0 1px 2px rgb(0 0 0 / 0.4);
  }
}
* { box-sizing: border-box; }
html { height: 100%; }
body {
  margin: 0; min-height: 100%; display: flex; background: var(--page); color: var(--text);
  font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-font-smoothing: antialiased;
}
.page { width: 100%; max-width: 440px; margin: auto; padding: 24px; }
.brand { display: flex; align-items: center; gap: 8px; margin: 0 0 16px; font-weight: 600; }
.mark { width: 24px; height: 24px; }
.mark-ground { fill: var(--accent); }
.mark-bar { fill: var(--on-accent); }
.card { padding: 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
h1 { margin: 0; font-size: 20px; line-height: 28px; font-weight: 650; letter-spacing: -0.01em; }
h2 { margin: 20px 0 8px; font-size: 13px; line-height: 20px; font-weight: 600; color: var(--soft); }
.lead { margin: 4px 0 0; color: var(--soft); }
.lead strong { color: var(--text); font-weight: 600; }
.text { margin: 8px 0 0; color: var(--soft); }
form { margin: 20px 0 0; }
label { display: block; margin: 0 0 4px; font-weight: 500; }
input {
  width: 100%; height: 40px; margin: 0 0 16px; padding: 0 12px; font: inherit; color: var(--text);
  background: var(--field); border: 1px solid var(--field-line); border-radius: 6px;
}
input.code { height: 48px; font: 600 20px/28px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; letter-spacing: 0.12em; text-align: center; text-transform: uppercase; }
input.code::placeholder { color: var(--soft); font-weight: 400; opacity: 1; }
input[aria-invalid] { border-color: var(--bad); }
button, a.primary, a.secondary {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 40px; padding: 8px 16px;
  font: inherit; font-weight: 600; text-decoration: none; border: 1px solid transparent; border-radius: 6px; cursor: pointer;
  transition: background-color 120ms, border-color 120ms;
}
.primary { background: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-strong); }
.secondary { background: transparent; color: var(--text); border-color: var(--line) !important; }
.secondary:hover { background: var(--hover); }
form > button + button { margin-top: 8px; }
a.primary { margin-top: 20px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input:focus-visible { outline-offset: -1px; border-color: var(--accent); }
.or { display: flex; align-items: center; gap: 12px; margin: 16px 0; color: var(--soft); font-size: 13px; }
.or::before, .or::after { content: ""; flex: 1; height: 1px; background: var(--line); }
.alert { margin: 16px 0 0; padding: 8px 12px; color: var(--bad); background: var(--bad-tint); border: 1px solid var(--bad-line); border-radius: 6px; }
.alert + form { margin-top: 16px; }
.hint-title { margin: 20px 0 0; padding: 10px 12px 0; background: var(--tint); border-radius: 6px 6px 0 0; font-size: 13px; font-weight: 600; }
.hint { display: flex; gap: 24px; margin: 0; padding: 4px 12px 10px; background: var(--tint); border-radius: 0 0 6px 6px; font-size: 13px; }
.hint div { display: flex; gap: 8px; }
.hint dt { color: var(--soft); }
.hint dd { margin: 0; }
code { font: 12.5px/20px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.account { display: flex; align-items: center; gap: 12px; margin: 16px 0 0; padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; }
.avatar { display: grid; place-items: center; width: 32px; height: 32px; flex: none; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.who { display: grid; flex: 1; min-width: 0; }
.who strong { font-weight: 600; }
.who span { color: var(--soft); font-size: 13px; overflow: hidden; text-overflow: ellipsis; }
.link { width: auto; min-height: 24px; padding: 2px 6px; background: none; color: var(--accent); font-size: 13px; font-weight: 600; text-decoration: none; border: 0; border-radius: 4px; }
.link:hover { text-decoration: underline; }
ul { list-style: none; margin: 0; padding: 0; }
.scopes li { display: flex; gap: 12px; padding: 8px 0; border-top: 1px solid var(--line); }
.scopes li:first-child { border-top: 0; padding-top: 0; }
.scopes svg { width: 20px; height: 20px; flex: none; padding: 2px; fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.scopes li > span { display: grid; }
.scopes strong { font-weight: 600; }
.scopes span span { color: var(--soft); font-size: 13px; }
.decide { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-top: 16px; }
.decide > button + button { margin-top: 0; }
.note { margin: 16px 0 0; color: var(--soft); font-size: 13px; }
.note .link { padding: 0; }
.decide + .note { text-align: center; }
.plain li { display: grid; padding: 6px 0; border-top: 1px solid var(--line); }
.plain li:first-child { border-top: 0; }
.plain span { color: var(--soft); font-size: 13px; }
.none { margin: 4px 0 0; color: var(--soft); font-size: 13px; }
.held li { padding: 12px 0; border-top: 1px solid var(--line); }
.held li:first-child { border-top: 0; padding-top: 0; }
.held li:last-child { padding-bottom: 0; }
.held .alert { margin: 8px 0 0; }
.held strong { overflow-wrap: anywhere; }
.read { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin: 8px 0 0; }
.read > button { padding: 8px; }
.read > button + button { margin-top: 0; }
.done { margin: 8px 0 0; padding: 8px 12px; background: var(--tint); border-radius: 6px; }
.details { display: grid; gap: 4px; margin: 16px 0 0; padding: 10px 12px; background: var(--hover); border-radius: 6px; }
footer { margin: 16px 0 0; color: var(--soft); font-size: 12.5px; text-align: center; }
@media (max-width: 520px) {
  body { background: var(--card); }
  .page { max-width: none; margin: 0 auto; padding: 24px 28px; display: flex; flex-direction: column; min-height: 100%; }
  .card { padding: 0; border: 0; box-shadow: none; background: none; }
  footer { margin-top: auto; padding-top: 20px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
