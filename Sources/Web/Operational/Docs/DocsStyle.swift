/// How the documentation looks.
enum DocsStyle {
    static let css = """
        :root { color-scheme: light dark; --ink: #1d2430; --paper: #ffffff; --quiet: #556070; --tint: #f3f5f8;
          --line: #d5dae2; --link: #0b57b0; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6eaf0; --paper: #14181f; --quiet: #a3adbb; --tint: #1e242e; --line: #343c49;
            --link: #8ab8f5; }
        }
        body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        main { max-width: 54rem; margin: 0 auto; padding: 1rem; }
        a { color: var(--link); }
        a:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
        nav a { display: inline-block; padding: .3rem 0; }
        h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1rem; overflow-wrap: anywhere; }
        article { margin: 1.5rem 0; }
        .method { display: inline-block; min-width: 3.5rem; font-weight: 700; color: var(--quiet); }
        pre { padding: .75rem 1rem; overflow-x: auto; background: var(--tint); border: 1px solid var(--line);
          border-radius: .4rem; font-size: .85rem; }
        dt { margin-top: .4rem; overflow-wrap: anywhere; }
        dt:target { outline: 3px solid var(--link); outline-offset: 2px; }
        dd { margin: 0 0 0 1.5rem; color: var(--quiet); }
        table { border-collapse: collapse; }
        th, td { padding: .35rem .75rem; text-align: left; border-bottom: 1px solid var(--line); }

        """
}
